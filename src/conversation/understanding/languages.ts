import { FILLERS, READ_AS } from "./words.ts";

/** Words that are said in English and in no message that is otherwise Indonesian or Javanese. */
export const ENGLISH = new Set(
  `i am is are my me mine you your he his she her they their we our it its the this that there these those and or but not
  dont doesnt didnt isnt cant never why what when where who how much many which can could would should will do does did
  have has had been was were be being want need like get got give receive received receiving recipient recipients
  beneficiary yet already again anymore mother father grandmother grandma grandfather husband wife daughter child
  neighbour neighbours neighbor neighbors people person family number money aid assistance welfare payment paid disbursed
  lost missing broken damaged held withheld blocked wrong incorrect mistake match active activated died dead deceased
  death passed away alive living listed registered registration apply reporting asked asking demanded bribe extortion
  removed dropped stopped wealthy rich elderly disabled office offices address location hours yesterday month year about
  tell know from with for because speak talk talking question social any some see look used using someone somebody else other still poor thousand
  collect name names forgot forget come smells smelly stinks spoiled`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words of English that people here write in Indonesian too: they tell nothing. */
const SHARED = new Set(
  `status program programme programmes programs valid info link admin cs operator online transfer ditransfer stop help
  check list whatsapp wa hp phone call chat otp contact web website url http https www scam fraud hoax fake real viral
  share forward broadcast newsletter channel subscribe update target report reports complain complaint complaints ticket
  register cancel copy save store date list late mom dad son open human cut fee fix repair correct change language thanks
  thank hello hi hey please sorry a an of in on at to information requirement requirements personal privacy official
  morning greetings good no p consent remove delete track tracking follow progress idiot stupid fuck shit sticker rude
  quality rotten rice card atm pkh bpnt bst blt bpjs pbi jkn kis kks perintis laserku graduation graduated target lot test testing`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether this word, as it is written, can only be Indonesian or Javanese. */
export const isLocal = (word: string): boolean =>
  (READ_AS.has(word) || FILLERS.has(word)) && !ENGLISH.has(word) && !SHARED.has(word);
