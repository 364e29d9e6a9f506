// @ts-check
/** The page's own words; what the service says comes from the service. */
const TEXTS = {
  id: {
    official: "Layanan resmi Dinas Sosial",
    leave: "Keluar",
    welcome: "Selamat datang",
    about:
      "Tanya bantuan sosial, perbaiki data, atau laporkan masalah. Tulis seperti biasa, kami jawab di sini. Gratis.",
    promise: "Kami tidak pernah meminta uang, kode OTP, atau PIN.",
    begin: "Lihat menu",
    log: "Percakapan",
    yourMessage: "Pesan Anda",
    placeholder: "Tulis pesan…",
    send: "Kirim",
    you: "Anda",
    service: "Layanan",
    choices: "Pilihan",
    typing: "Sedang menjawab",
    sending: "mengirim…",
    unsent: "belum terkirim",
    rewrite: "Tulis ulang",
    today: "Hari ini",
    yesterday: "Kemarin",
    offline: "Sambungan terputus. Sedang kami coba lagi. Pesan Anda tidak hilang selama halaman ini terbuka.",
    slow: "Pesan sudah kami terima. Jawabannya akan muncul di sini.",
    busy: "Layanan sedang sibuk. Pesan Anda dikirim lagi otomatis.",
    tooMany: "Terlalu banyak pesan dalam waktu singkat. Pesan Anda dikirim lagi otomatis.",
    tooLong: "Terlalu panjang: paling banyak 4.000 huruf. Tolong dipersingkat.",
    noCookie: "Peramban menolak cookie, jadi obrolan tidak bisa dibuka. Izinkan cookie untuk halaman ini.",
    refused: "Pesan ini tidak dapat dikirim.",
    leaving:
      "Keluar dari obrolan ini?\n\nObrolan tidak lagi tampil di perangkat ini. Catat dulu nomor laporan, kalau ada. Laporan tetap kami urus.",
  },
  en: {
    official: "Official service of Dinas Sosial",
    leave: "Leave",
    welcome: "Welcome",
    about:
      "Ask about social aid, repair your data, or report a problem. Write in your own words; we answer here. It is free.",
    promise: "We never ask for money, OTP codes or PINs.",
    begin: "Show the menu",
    log: "Conversation",
    yourMessage: "Your message",
    placeholder: "Write a message…",
    send: "Send",
    you: "You",
    service: "Service",
    choices: "Choices",
    typing: "Answering",
    sending: "sending…",
    unsent: "not sent yet",
    rewrite: "Write it again",
    today: "Today",
    yesterday: "Yesterday",
    offline: "Connection lost. We keep trying. Your message is not lost while this page stays open.",
    slow: "We have your message. The answer will appear here.",
    busy: "The service is busy. Your message is sent again by itself.",
    tooMany: "Too many messages in a short time. Your message is sent again by itself.",
    tooLong: "Too long: at most 4,000 characters. Please shorten it.",
    noCookie: "Your browser refuses cookies, so the chat cannot open. Please allow cookies for this page.",
    refused: "This message cannot be sent.",
    leaving:
      "Leave this chat?\n\nIt will no longer show on this device. Write down your report number first, if you have one. We keep working on your report.",
  },
};

/** Indonesian, unless the browser speaks English. @type {"id" | "en"} */
export const language = /^en\b/i.test(navigator.language) ? "en" : "id";
/** @type {Record<keyof typeof TEXTS.id, string>} */
export const texts = TEXTS[language];

/** Puts the texts where the page asks for them; what is no element's text goes by hand. */
export function label() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-text]")) {
    element.textContent = texts[/** @type {keyof typeof texts} */ (element.getAttribute("data-text"))];
  }
}
