/**
 * Names that one person goes by: Elizabeth, Liz, Beth. A roster has one of them, a text another. Those in use in
 * Britain and Ireland, with the Scottish and Gaelic ones; whoever goes by something else only a reader knows.
 */
const groups = `
  alexander alec alex alistair alasdair sandy eck xander sasha
  alexandra alex lexi lexie sandra sasha
  andrew andy drew andra
  angus gus
  anthony antony tony
  benjamin ben benny benji
  caroline carolyn caro carrie lyn
  catherine katherine kathryn catriona kate katie kathy cathy kath cath kitty kay
  charles charlie chas
  charlotte charlie lottie
  christina christine kirsty kirstie chris chrissie tina
  christopher chris kit kris
  daniel dan danny
  david dave davie davy
  deborah debra deb debs debbie
  donald don donnie
  dorothy dot dottie dolly
  duncan dunc
  edward ed eddie ned ted teddy
  eleanor ellie nell nellie nora
  elizabeth elisabeth elspeth liz lizzie lizzy beth betty betsy bess eliza elsie libby lisa lilibet
  emily emmie
  emma emmie
  euan ewan ewen
  frances francesca fran frankie fanny
  francis frank frankie
  frederick fred freddie
  gabriella gabrielle gabby
  geoffrey jeffrey geoff jeff
  george geordie
  gerald gerard gerry
  gillian gill gilly jill
  grahame graham graeme
  gregory gregor greg
  helen nell nellie ellen
  hamish seumas
  harold harry hal
  henry harry hank
  ian iain
  isabella isobel isabel ishbel izzy bella belle tibbie
  james jamie jim jimmy jimmie jem
  jacqueline jackie jacqui
  janet jan jenny jess jessie netta
  jean jeannie jeanette
  jennifer jen jenny jenni
  jessica jess jessie
  joanna joanne jo joey
  john johnny jack jock ian iain
  jonathan jon jonny jonty
  joseph joe joey
  josephine jo josie
  joshua josh
  judith judy jude
  kenneth ken kenny
  kimberley kim
  laurence lawrence larry laurie
  leonard len lenny
  lewis louis lou lewie
  lorraine lori raine
  louise lou lulu
  lucinda lucy cindy
  madeleine maddie maddy
  malcolm calum callum mal malky
  margaret maggie mags meg megan peggy peg mairead maisie
  martha marty mattie
  mary marie mairi maria molly polly mamie
  matthew matt
  maureen mo
  maxwell max
  michael mike mick mickey micky
  mohammed mohammad muhammad mohamed mo
  nathaniel nathan nat nate
  nicholas nicolas nick nicky
  nicola nicole nic nicky nikki
  oliver ollie olly
  pamela pam
  patricia pat patsy patty tricia trish
  patrick pat paddy
  penelope penny
  peter pete
  philip phillip phil pip
  philippa pippa pip
  rachel rachael rach
  raymond ray
  rebecca becca becky bex
  richard rick ricky dick rich richie
  robert rob robbie bob bobby bert rab rabbie
  roderick rod roddy rory ruairidh
  roger rodge
  ronald ron ronnie ranald
  rosemary rose rosie
  samantha sam sammy
  samuel sam sammy
  sarah sara sally sadie
  stephanie steph steffi
  stephen steven steve stevie
  stuart stewart stu
  susan suzanne susanna sue susie suzie
  teresa theresa terry tess tessa
  terence terry
  thomas tom tommy tam tammy
  timothy tim timmy
  valerie val
  veronica vera ronnie
  victoria vicky vicki vikki tori
  vincent vince vinny
  walter wattie wally
  william will bill billy willie wullie liam
  zachary zach zack zak
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '));

/** Folded forms, without the name itself. */
export function otherFormsOf(folded: string): readonly string[] {
  return groups
    .filter((group) => group.includes(folded))
    .flat()
    .filter((form) => form !== folded);
}
