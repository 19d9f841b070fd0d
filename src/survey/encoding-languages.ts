/** How the letters of a language behave in a text: what may stand beside what. */
export type Script = "latin" | "alphabet" | "thai" | "ideographs";

export interface LanguageModel {
  readonly language: string;
  /** that texts of it are written in, by the names of the Encoding Standard */
  readonly encodings: readonly string[];
  readonly script: Script;
  /** letters beyond ASCII, the commonest first; small ones where there are capitals */
  readonly letters: string;
  /** the letters of ASCII, the commonest first; those of a Latin alphabet say as much as the letters beyond */
  readonly ascii?: string;
  /** how fast the letters grow rarer: the next has exp(−decay) times the probability of the one before */
  readonly decay: number;
  /** other characters of the script, of which any may turn up now and then */
  readonly rest?: RegExp;
  /** letters that end a word, or begin none */
  readonly final?: string;
}

const latin = (language: string, encoding: string, letters: string, decay: number, ascii: string): LanguageModel => ({
  language,
  encodings: [encoding],
  script: "latin",
  letters,
  decay,
  ascii,
});

/** Languages and the encodings that their surveys come in, other than UTF-8 and UTF-16. The letters are ordered as they are frequent in running text. */
export const languageModels: readonly LanguageModel[] = [
  {
    language: "Chinese, simplified",
    encodings: ["gb18030"],
    script: "ideographs",
    decay: 0,
    rest: /[\u4e00-\u9fa5]/,
    letters:
      "的是我不一了在有人这您会对学你为，。？、：；（）上们和大个中来到时要以就出可也生能而过后作用道行所年发多经么去法如都同没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应向体美相见被利什二等产或新己制身加月话回特代内信表化老给世位次度门任常先海通教儿原提立及比员解水名真论处走各入几口认条平系气题活更别打女四总何电数安少报才结反受目太量再感建务做接必场件计管期市直资命指统区保至形社便空决治展科司五基书非则听却达放强即难且权完设式路记品住类求据程该确师观清让候带争运满男较般您意程度服态质价格购买手网络支持帮助班课级岁收入职父母家庭医院患者病疗健康睡眠紧张担忧压力兴趣习作业考试成绩成功复杂简单容易丰富内容形式领导同事团队薪酬公平离职软件界面操作推荐朋友个信息泄露安全隐私社区活动请选择填写姓名族专毕业婚否每周次偶尔总从未非常愿意喜欢认识觉得认为希望觉努力困惑解答鼓励互交流",
  },
  {
    language: "Chinese, traditional",
    encodings: ["big5"],
    script: "ideographs",
    decay: 0,
    rest: /[\u4e00-\u9fa5]/,
    letters:
      "的是我不一了在有人這您會對學你為，。？、：；（）上們和大個中來到時要以就出可也生能而過後作用道行所年發多經麼去法如都同沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應向體美相見被利什二等產或新己制身加月話回特代內信表化老給世位次度門任常先海通教兒原提立及比員解水名真論處走各入幾口認條平系氣題活更別打女四總何電數安少報才結反受目太量再感建務做接必場件計管期市直資命指統區保至形社便空決治展科司五基書非則聽卻達放強即難且權完設式路記品住類求據程該確師觀清讓候帶爭運滿男較普態質價格購買網絡援助班課級歲收職父母家庭醫院患病療健康睡眠緊張擔憂壓力興趣習考試成績複雜簡單容易豐富領導同事團隊薪資離職軟體介畫操推薦朋友訊息洩安隱私社區活請選擇填寫姓名族專畢婚否每週偶爾未願喜歡識覺得希望努困鼓勵互流偏您與",
  },
  {
    language: "Japanese",
    encodings: ["shift_jis", "euc-jp"],
    script: "ideographs",
    decay: 0,
    rest: /[\u3041-\u30fc\u4e00-\u9fa5]/,
    letters:
      "のにはをたがでいとてしるなれさらりすもかこまきっくあ、。けせどそよめつ「」ー・だわえうみちおンスルトイアリラクドシレジタフロマッカプテコメサバムニュナグダウオパビエキディズセミチブポゾハギホボ？（）ねほむやんべぶじずびげぎばごぐひへふぬゆろ日人年大学生一国本的時会者事出中社長間自分行上見方前同気後場合言業地家手今新力立思高小物月体名取部教先員問度理性知動作意食最下回目内用全心女男子何好感話変通友悪少多数強集相考私答質内容満足授説明困相談使健康状態仕給公平上司部下料金商品便利心配個情報活動医師病院治療試験緊張理由選択簡単年齢職業性別学校週毎時々全部普常非常理解協調努力参加地域家族同居画面操作友達経験睡眠不満忙",
  },
  {
    language: "Korean",
    encodings: ["euc-kr"],
    script: "ideographs",
    decay: 0,
    rest: /[\uac00-\ud7a3]/,
    letters:
      "이다는에의을가고한하지로은기사를도해리나어자서대시인아그정들수과보있부일제라상것으여전주장원스와만적안공비우구성중오관계조동신내소경문요방용면게세히생학무마위선교연국행회실발람년화모분민업물때불통설였던까않없었니습할했된될함되음많좋편명남여님저귀질답변설문항목매우그렇보통혀만족동의호도록또건강상태친절직장급여회사상사직원의견가족집단활참여치료의사병시험긴걱정보인터넷쇼핑제품추천격알휴대전화간잠못든달번째등록체각느낌쉽려움울받줄더잘못같른런께께서며면서",
  },
  {
    language: "Thai",
    encodings: ["windows-874"],
    script: "thai",
    letters: "านร่อเก้งมยีลวัดทส็ตะปบคิ์หแจใพืชขุโไูผซึถธศณฉภำฟๆษญฐ๊ฝฮฎฏฑฒฆฌ๋ฤฯ๑๒๓๔๕",
    decay: 0.06,
  },
  {
    language: "Russian",
    encodings: ["windows-1251", "koi8-r"],
    script: "alphabet",
    letters: "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
    decay: 0.1,
  },
  { language: "Ukrainian", encodings: ["windows-1251"], script: "alphabet", letters: "оаниіветркслудмпязьгбчйхцїжєюшщфґё", decay: 0.1 },
  { language: "Bulgarian or Serbian", encodings: ["windows-1251"], script: "alphabet", letters: "аеоинтсрвлкдпмузябгчъщжшцхюйфьјљњћђџ", decay: 0.1 },
  { language: "Greek", encodings: ["windows-1253"], script: "alphabet", letters: "αοιετσνηυρπκμλςωίάέόήύώδγχθφβξζψϊΐϋΰ", decay: 0.1, final: "ς" },
  { language: "Hebrew", encodings: ["windows-1255"], script: "alphabet", letters: "יוהלארתבשמםנדחקעכפטןזסגצךףץ", decay: 0.09, final: "םןךףץ" },
  { language: "Arabic", encodings: ["windows-1256"], script: "alphabet", letters: "اليمونرتبعدسفهكقأةحجشصطخىضذزثغءإظئآؤ،؟؛ًٌُّ", decay: 0.09, final: "ةى" },
  { language: "Persian", encodings: ["windows-1256"], script: "alphabet", letters: "اینردمهوتبسلشکزگفخقعحپآجصچطضذظغثژئءی‌", decay: 0.09 },

  latin("French", "windows-1252", "éàèêçâîôùûœïëÿü", 0.4, "esaitnrulodcmpvqgfbhjxyzkw"),
  latin("German", "windows-1252", "üäößé", 0.35, "enisratdhulcgmobwfkzpvjyxq"),
  latin("Spanish", "windows-1252", "óíáéñúü¿¡ªº", 0.3, "eaosrnidltcumpbgvyqhfzjxkw"),
  latin("Portuguese", "windows-1252", "ãçáéêõíóàúâôü", 0.22, "aeosridntmuclpvgqbfhzjxkwy"),
  latin("Nordic", "windows-1252", "äöåæøéðþíáýúó", 0.25, "eanrtsildokgmvfuphbyjcxwzq"),
  latin("Italian", "windows-1252", "àèòùéìÀ", 0.35, "eaionlrtscdupmvghfbqzkwjxy"),
  latin("Dutch or English", "windows-1252", "éëïöüèêáó", 0.4, "etaoinrshdlgucmvkpwbfyjzxq"),
  latin("Polish", "windows-1250", "ęąłóżśćńź", 0.2, "aioenzrwcystkdmplujbghfqvx"),
  latin("Czech or Slovak", "windows-1250", "íáéýěžščřůúťňďóľôäŕĺ", 0.15, "oeantilsrvkdmupzjhcybgfxwq"),
  latin("Hungarian", "windows-1250", "áéöóőüűúí", 0.22, "eatlnskoirmzgduvbyhjfpcxwq"),
  latin("Romanian", "windows-1250", "ăîţşâșț", 0.25, "eiartnulcsodpmvfgbzhjxkyqw"),
  latin("Croatian or Slovenian", "windows-1250", "čšžćđ", 0.25, "aioenrjstukvdmlpgzbchfqwxy"),
  latin("Turkish", "windows-1254", "ışüğçöİâîû", 0.22, "aeinrlkdmytusbozghvcpfjqwx"),
  latin("Lithuanian", "windows-1257", "ėųįšžąęčū", 0.18, "aistorenukmdlpvgjybczfhqwx"),
  latin("Latvian", "windows-1257", "āīēšūņļģžčķŗō", 0.18, "aistreuonkmlpdvzjgbcfhqwxy"),
  latin("Estonian", "windows-1257", "äõüöšž", 0.35, "aeistlundkomrvgjphbfzcqwxy"),
  latin("Vietnamese", "windows-1258", "\u0300\u0301đ\u0323ôâ\u0309ưêơàáăèéùúìíóòýãõ\u0303", 0.1, "nhtciogaumlrdebpvsykqxfjwz"),
];

/** In order of use, for a tie: who has not said what the text is in is likelier to have written one of the first. */
export const commonness: Readonly<Record<string, number>> = {
  "windows-1252": 0,
  gb18030: 0,
  "windows-1251": -0.3,
  "koi8-r": -3,
  "euc-jp": -1.5,
  "windows-1257": -1,
  "windows-1258": -1.5,
};
