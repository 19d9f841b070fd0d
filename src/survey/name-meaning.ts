/** What a column's name alone says about it. Whole names only: "age" is a group, "age_stereotypes_3" an item. */
export type NameMeaning = "identifier" | "group" | "timing" | "date";

const identifiers = `id ids uid uuid guid case casenum caseid caseno casenumber subject subj subjectid subno participant participantid pid respondent respondentid respid respondentno responseid
  record recordid rowid rownames row no nr num number index idx serial serialno sn seq order lfdn ipaddress ip email emailaddress mail name username fullname firstname lastname studentid
  studentno token code externalreference externaldatareference collectorid userid sessionid workerid mturkid prolificid prolificpid
  序号 编号 学号 姓名 用户id 来自ip 番号 번호 ลำดับ ลำดับที่ รหัส`;
const groups = `gender sex howoldareyou age agegroup agerange ageband agecat education edu educationlevel degree qualification grade gradelevel class classroom school schooltype university college faculty
  department dept major programme program discipline field country nation nationality region state province city location area site center centre group grp condition treatment arm cohort
  wave year yearofstudy studyyear semester term ethnicity ethnic race religion marital maritalstatus married income incomelevel occupation job jobtitle position profession employment
  employmentstatus experience workexperience tenure industry sector language mothertongue firstlanguage gendercode sexcode male female role status
  geschlecht alter bildung beruf klasse schule land gruppe familienstand sexo edad género genero país pais educación sexe âge pays niveau idade escolaridade jeniskelamin usia umur pendidikan
  pekerjaan 性别 年龄 学历 年级 专业 学校 城市 省份 民族 婚姻状况 职业 収入 性別 年齢 成別 성별 나이 연령 학력 เพศ อายุ ระดับการศึกษา คณะ มหาวิทยาลัย สาขา ชั้นปี อาชีพ`;
const timings = `duration durationinseconds durationseconds timetaken totaltime completiontime responsetime responsetimeseconds seconds elapsed elapsedtime interviewtime timespent timesum timetotal rt
  dauer bearbeitungszeit 用时 所用时间 答题时间 所要時間 소요시간`;
const dates = `date datetime timestamp time starttime endtime startdate enddate submitdate submitted recordeddate datestamp startdatetime submittime created createdat updatedat datecreated
  datemodified birthdate dateofbirth dob datum marcatemporal horodateur zeitstempel carimbodedatahora 提交答卷时间 提交时间 时间戳记 開始時刻 完了時刻 タイムスタンプ 타임스탬프 ประทับเวลา`;

const meanings = new Map<string, NameMeaning>();
const add = (words: string, meaning: NameMeaning): void => words.split(/\s+/).forEach((word) => meanings.set(word, meaning));
add(identifiers, "identifier");
add(groups, "group");
add(timings, "timing");
add(dates, "date");

/** Page timers of Qualtrics ("Q3_First Click", "Q3_Page Submit") and LimeSurvey ("groupTime12", "Q1Time"). */
const timer = /(?:_first ?click|_last ?click|_page ?submit|_click ?count|^grouptime\d{0,9}|^questiontime\d{0,9})$/i;

/** "What is your gender?", "1、您的性别", "Please indicate your age" → what is asked for. */
const asking =
  /^(?:\(?[a-z]{0,3}\d{1,3}\)?\s{0,3}[.、:)）．-]\s{0,3})?(?:what is|what's|please (?:indicate|select|enter|state|specify|choose)|which is|wie ist|cuál es|quel est|qual é o?)?\s{0,3}(?:your|you|ihr|ihre|dein|deine|su|tu|votre|seu|sua|您的|你的|请问您的|あなたの|귀하의|당신의)?\s{0,3}/;

/** "Dauer (s)", "time_sec", "rt_ms": what was measured, and in which unit of time. */
const timeUnit = /(?:[\s_.-]{1,3}[([]?|[([])(?:in )?(?:s|secs?|seconds?|sek|sekunden|mins?|minutes?|minuten|ms|msecs?|milliseconds?)[)\]]?$/;

export function meaningOf(name: string): NameMeaning | undefined {
  if (name.length > 80) return undefined;
  if (timer.test(name)) return "timing";
  const lower = name.toLowerCase().trim();
  const measured = key(lower.replace(timeUnit, ""));
  if (timeUnit.test(lower) && (measured === "time" || meanings.get(measured) === "timing")) return "timing";
  return meanings.get(key(lower)) ?? meanings.get(key(lower.replace(asking, "")));
}

const key = (text: string): string => text.replace(/[\s_.\-:?*#()（）：？]/g, "");
