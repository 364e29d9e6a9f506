/**
 * - `sealed`: an AES-256-GCM value.
 * - `*_at`: ms since 1970. `not_before` is in ms of the monotonic clock.
 * - `live`: 1 if histories show the row. `tracked`: 1 if look-ups by id find the row.
 */
export const SCHEMA = `
create table meta (name text primary key, value text) without rowid;

create table conversation (
  id text primary key, channel text not null, account text not null, contact blob not null, session blob,
  reachable integer not null default 1
) without rowid;
create table identity (key text primary key, conversation text not null) without rowid;

create table inbound (
  seq integer primary key, key text not null unique, conversation text, channel text not null, live integer not null default 0,
  ord real not null, sealed blob not null, state integer not null default 0, attempts integer not null default 0,
  recorded_at integer not null, handled_at integer, reason text
);
create index inbound_pending on inbound (conversation, ord, seq) where state = 0;
create index inbound_history on inbound (conversation, seq) where live = 1;
create index inbound_dead on inbound (seq) where state = 2;

create table outbound (
  seq integer primary key, id text not null, conversation text not null, sealed blob not null,
  live integer not null default 0, tracked integer not null default 0,
  state integer not null default 0, mass integer not null default 0, attempts integer not null default 0,
  unknown integer not null default 0, not_before integer not null default 0,
  created_at integer not null, ended_at integer, code text
);
create index outbound_due on outbound (conversation, seq) where state < 2;
create index outbound_waiting on outbound (conversation) where state = 2;
create index outbound_history on outbound (conversation, seq) where live = 1;
create unique index outbound_tracked on outbound (id) where tracked = 1;

create table ticket (
  number text primary key, district text not null, kind text not null, category text not null, area text,
  open integer not null, late_at integer, conversation text, person text, opened_at integer not null, sealed blob not null
) without rowid;
create index ticket_open on ticket (district, open, opened_at);
create index ticket_chat on ticket (conversation, opened_at) where conversation is not null;
create index ticket_person on ticket (person) where person is not null;
create table serial (district text, year integer, last integer not null, primary key (district, year)) without rowid;
create table reserved (key text primary key, serial integer not null, reserved_at integer not null) without rowid;

create table counter (key text primary key, count integer not null, until integer not null) without rowid;
create index counter_until on counter (until);

create table audit (serial integer primary key, entry text not null);
`;

export const STAFF_SCHEMA = `
alter table ticket add column officer text;
alter table ticket add column news integer not null default 0;
create index ticket_officer on ticket (officer) where officer is not null;
create index ticket_news on ticket (opened_at) where news = 1;
create table officer (id text primary key, district text not null, token text, sealed blob not null) without rowid;
create unique index officer_token on officer (token) where token is not null;
`;

/** `remind_at`: when the service next has to tell an officer or the citizen something. */
export const REMIND_SCHEMA = `
alter table ticket add column remind_at integer;
alter table ticket add column beside text;
update ticket set remind_at = late_at;
alter table ticket add column files integer not null default 0;
create index ticket_files on ticket (opened_at) where files = 1;
create index ticket_remind on ticket (remind_at) where remind_at is not null;
create index ticket_beside on ticket (beside) where beside is not null;
`;

/** When the citizen last wrote, in ms by the platform's clock. Null if unknown, 0 if the window is closed. */
export const WINDOW_SCHEMA = `
alter table conversation add column heard_at integer;
alter table outbound add column heard_at integer;
`;

/** When the service must erase the numbers in the ticket (ms since 1970). */
export const ERASE_SCHEMA = `
alter table ticket add column erase_at integer;
create index ticket_erase on ticket (erase_at) where erase_at is not null;
`;

export const QUESTION_SCHEMA = `
alter table ticket add column asked_at integer;
update ticket set asked_at = opened_at where open = 1 and (late_at is null or kind = 'data');
update ticket set remind_at = unixepoch() * 1000 + 14 * 86400000 where open = 1 and late_at is null;
create index ticket_question on ticket (conversation) where asked_at is not null;
`;

/** `LISTED_SCHEMA` replaces these indexes. */
export const LISTS_SCHEMA = `
alter table ticket add column sensitive integer;
alter table ticket add column reason text;
alter table ticket add column barred text;
alter table ticket add column kecamatan text generated always as (substr(area, 1, 6)) virtual;
drop index ticket_officer;
drop index ticket_beside;
create index ticket_officer on ticket (officer, open, opened_at) where officer is not null;
create index ticket_beside on ticket (beside, open, opened_at) where beside is not null;
create index ticket_area on ticket (area, open, opened_at) where area is not null;
create index ticket_kecamatan on ticket (kecamatan, open, opened_at) where kecamatan is not null;
create index ticket_category on ticket (district, category, open, opened_at);
create index ticket_reason on ticket (district, reason, open, opened_at) where reason is not null;
create index ticket_sensitive on ticket (district, open, opened_at) where sensitive = 1;
create index ticket_load on ticket (district, officer) where open = 1 and officer is not null;
create index ticket_load_beside on ticket (district, beside) where open = 1 and beside is not null;
create index ticket_unread on ticket (opened_at) where sensitive is null;
`;

/**
 * In ms since 1970:
 * - `strip_at`: when the service must remove the session's numbers; 0 before the first sweep.
 * - `forget_at`: when the desk began to erase the chat (HAPUS).
 * - `withdrawn_at`: when the citizen refused mass notices.
 */
export const CHAT_DATA_SCHEMA = `
alter table conversation add column strip_at integer;
alter table conversation add column forget_at integer;
alter table conversation add column withdrawn_at integer;
update conversation set strip_at = 0 where session is not null;
create index conversation_strip on conversation (strip_at) where strip_at is not null;
create index conversation_forget on conversation (forget_at) where forget_at is not null;
`;

/** `rests`: 1 if the chat rests because its account is off. */
export const REST_SCHEMA = `
alter table inbound add column not_before integer not null default 0;
drop index inbound_pending;
create index inbound_pending on inbound (conversation, ord, seq, not_before) where state = 0;
drop index outbound_due;
create index outbound_due on outbound (conversation, seq, not_before, created_at) where state < 2;
alter table conversation add column rests integer not null default 0;
create index conversation_rests on conversation (channel, account) where rests = 1;
`;

/** States of an inbound row. A pending row has state 0. */
export const HANDLED = 1;
export const DEAD = 2;

/** A row stores the index of its state in this list. */
export const OUTBOUND_STATES = [
  "pending",
  "sending",
  "waiting",
  "sent",
  "delivered",
  "read",
  "failed",
  "unknown",
] as const;
