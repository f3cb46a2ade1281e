/** Words of made-up notes: everyday ones of the trade first, then word forms put together, as many as people use. */
const everyday =
  'the and to of a in was that with for on we is it at she he they her his not this had have be about has been more ' +
  'as will from said talked next week now still some after before when which their team work time than rota ' +
  'agreed clinic group case cases session visit leave plan support manager break breaks lunch family school ' +
  'housing referral referrals phone travel training course reading safety week month morning evening quieter heavy ' +
  'helping better harder tired pleased worried steady sleep rest cover shift shifts list waiting letters report ' +
  'review panel hub isles north south street centre desk room booking kettle window garden walk bus ferry ' +
  'student volunteer volunteers colleague colleagues supervision reflective debrief boundary boundaries values ' +
  'growth workload impact notes diary calls email emails meeting meetings space door key kind calm patient careful';
const stems =
  'plan call walk talk list note book lead read learn teach guide help rest pace hold keep share start end turn open ' +
  'close care listen ask answer count check mark draw paint plant grow cook clean light warm shelter settle steady ' +
  'travel visit return gather meet greet thank trust promise offer accept decline move stand sit wait watch look ' +
  'think wonder hope doubt worry fear calm comfort mend repair build shape order sort file print send post sign date ' +
  'weigh measure balance carry lift reach touch sing play sport swim row sail climb ride drive park cross pass ' +
  'follow train coach mentor student nurse doctor worker teacher parent child brother sister cousin friend neighbour ' +
  'village harbour island bridge river field hill forest valley meadow garden kitchen office corridor window';
const prefixes = ['', 're', 'un', 'over', 'out', 'mid', 'fore', 'under'];
const suffixes = ['', 's', 'ed', 'ing', 'er', 'ers', 'ment', 'ful', 'less', 'side'];

const split = (text: string): readonly string[] => [...new Set(text.split(' '))];

/** About 9,000 different words, the most used first. */
export function createVocabulary(): readonly string[] {
  const forms = suffixes.flatMap((suffix) =>
    prefixes.flatMap((prefix) => split(stems).map((stem) => `${prefix}${stem}${suffix}`)),
  );
  return [...new Set([...split(everyday), ...forms])];
}
