/** Those whom questionnaires are put to, and what they return. */
export const people =
  "participants?|respondents?|students?|freshm[ae]n|outpatients?|commuters?|guests?|pupils?|persons?|people|subjects?|individuals?|adults?|adolescents?|children|teachers?|employees?|workers?|patients?|visitors?|users?|customers?|nurses?|parents?|" +
  "wom[ae]n|m[ae]n|girls?|boys?|females?|males?|volunteers?|residents?|citizens?|consumers?|managers?|instructors?|learners?|undergraduates?|graduates?|famil(?:y|ies)|households?|couples?|athletes?|members?|staff|" +
  "librarians?|farmers?|drivers?|tourists?|voters?|mothers?|fathers?|questionnaires?|responses?|answers|forms?|surveys|cases?|records?|observations?|" +
  "Studierende[nr]?|Studenten|Studentinnen|Befragte[nr]?|Teilnehmer(?:innen|n)?|Teilnehmende[nr]?|Personen|Probanden|Proband(?:inn)?en|Schüler(?:innen|n)?|Lehrkräften?|Lehrer(?:innen|n)?|Beschäftigte[nr]?|Patient(?:inn)?en|Frauen|Männern?|Mädchen|Jungen|Fragebögen|Kinder[n]?|Bürger(?:innen|n)?|Besucher(?:innen|n)?|Kunden|Kundinnen|Angestellten?|" +
  "participantes|estudiantes|encuestados|personas|alumnos|mujeres|hombres|étudiants?|répondants?|personnes|femmes|hommes|estudantes|respondentes|inquiridos|pessoas|mulheres|homens";

export const femaleWord =
  /\b(?:wom[ae]n|females?|girls?|mothers?|daughters?|Frauen|weiblich\p{L}*|Mädchen|Schülerinnen|Studentinnen|mujeres|femmes|mulheres)\b/iu;
export const maleWord = /\b(?:m[ae]n|males?|boys?|fathers?|sons?|Männern?|männlich\p{L}*|Jungen|hombres|hommes|homens)\b/iu;
