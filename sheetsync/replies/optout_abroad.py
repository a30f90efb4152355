"""Ways of asking not to be written to again, in other languages than English.

Patterns read plain words (see ``wording``): lower case, no accents, "ß" as "ss".
"""

_END = r"(?= ?[.,]|$)"
_DE_LIST = r"(?:liste|listen|verteiler\w*|mailingliste|mailverteiler|emailverteiler|datenbank|datei|kartei|system|adressbuch|adressliste|kontaktliste|newsletter|crm|empfangerliste)"
_DE_MAIL = r"(?:e ?mails?|mails?|nachrichten|werbung|werbemails?|newsletter|anfragen|anrufe|kontakt\w*|post|zuschriften|schreiben|angebote|akquise\w*|werbenachrichten|informationen|infos|spam)"
_DE_US = r"(?:mich|mir|uns|dieser? adresse)"

GERMAN = (
    r"\b(?:aus|von|in) (?:ihrem|ihrer|ihren|eurem|eurer|euren|deinem|deiner) (?:\w+ )?"
    + _DE_LIST
    + r"(?: \w+){0,4}? (?:nehm\w*|streich\w*|losch\w*|entfern\w*|aus\w*|genommen|raus\w*|heraus\w*|abmeld\w*|sperr\w*)",
    r"\b(?:nehm\w*|nimm|streich\w*|losch\w*|entfern\w*|trag\w*|meld\w*)(?: \w+){0,6}? (?:aus|von) (?:(?:ihrem|ihrer|ihren|eurem|eurer|euren|deinem|deiner|der|dem|allen|samtlichen|diesem|dieser) )(?:\w+ )?"
    + _DE_LIST,
    r"(?:^|[.,] |bitte )(?:\w+ )?(?:nicht|nie) (?:mehr|wieder|weiter)(?: \w+){0,2}? (?:anschreiben|kontaktieren|schreiben|anrufen|belastigen|mailen|melden|schicken|senden|zusenden|storen)"
    + _END,
    r"\bverschon\w* (?:sie |ihr )?(?:mich|uns)\b|\bunerwunschte (?:werbung|mails?|werbemails?|nachrichten?)\b",
    r"\bmelden sie sich (?:bitte )?(?:nicht|nie) (?:mehr|wieder)|\b(?:nehmen sie|nimm) (?:\w+ )?(?:abstand|davon abstand)",
    r"\bvon (?:weiteren|jeglichen|jeder|weiterer) (?:\w+ ){0,3}?(?:abzusehen|absehen|ab\b)|\bverzichten sie (?:bitte )?(?:kunftig )?auf (?:weitere|jegliche)|\b(?:bitte )?keine (?:weitere )?werbung\b(?! (?:machen|schalten))|\b(?:werbung|mails?|kontakt\w*|nachrichten) (?:ist |sind )?(?:nicht )?(?:unerwunscht|nicht erwunscht|nicht gewunscht)",
    r"(?<!ich )(?<!wir )\b(?!(?:melden|melde) (?:uns|mich)\b(?! (?:\w+ ){0,4}?(?:ab|aus)\b))(?:melden|melde|tragen|trage|trag|nehmen|nimm|nehmt|sperren|sperre|blockieren|streichen|streiche|streich|entfernen|entferne|entfern|loschen|losche|losch|schmeissen|werfen|holen|kick\w*|setzen) (?:sie |du |ihr )?(?:bitte |sofort |umgehend |doch )*(?:mich|uns|meine? \w+|unsere? \w+|diese \w+|@link)(?:(?: \w+){0,4}? (?:ab|aus|von|raus|heraus)\b| (?:sofort|umgehend|bitte)|"
    + _END
    + r")",
    r"\b(?:mich|uns|meine (?:adresse|daten|mail\w*|e ?mail\w*|kontaktdaten)|unsere (?:adresse|daten|mail\w*|e ?mail\w*|kontaktdaten|firma)|diese (?:adresse|e ?mail\w*|mail\w*)|@link)(?: \w+){0,5}? (?:abmelden|abzumelden|austragen|auszutragen|loschen|zu loschen|entfernen|zu entfernen|streichen|zu streichen|herausnehmen|rausnehmen|nehmen|zu nehmen|sperren|herauszunehmen)\b",
    r"(?:^|[.,] |bitte (?:\w+ )?|mochte (?:mich )?|will (?:mich )?|hiermit )(?:abmelden|abbestellen|austragen|abmeldung|austragung|loschen|abmelden bitte)"
    + _END,
    r"(?:bitte um|bitten um|verlange|fordere|beantrage|wunsche|erbitte)(?: \w+){0,4}? (?:abmeldung|austragung|loschung|entfernung|streichung)",
    r"(?:loschen|losche|losch|loscht|entfernen)(?: sie| du)?(?: bitte| umgehend| sofort| samtliche| alle)* (?:alle |samtliche |meine |unsere |diese |die )*(?:personenbezogenen |gespeicherten |personlichen )?(?:daten|adresse|e ?mail\w*|mail ?adresse|kontaktdaten|mailadresse)\b(?! (?:im|aus dem|in der) (?:lager|alten|altsystem))",
    r"(?:aus|von) (?:(?:ihrem|ihrer|eurem|eurer|deinem|deiner|dem|der|allen|diesem|dieser|ihren|samtlichen) )(?:\w+ )?"
    + _DE_LIST
    + r"(?: \w+){0,2}? (?:nehmen|streichen|loschen|entfernen|austragen|genommen|gestrichen|geloscht|entfernt|raus|herausnehmen|rausnehmen|abmelden)\b",
    r"(?:^|[.,] |bitte |und |mochte |mochten |will |wollen |wunsche |wunschen |wir |ich |senden sie |schicken sie |schreiben sie |mir |uns )(?:(?!haben? |hatten? )\w+ )?(?:keine|keinen|keinerlei) (?:weiteren?|weitere|mehr|zukunftigen?) (?:\w+ )?"
    + _DE_MAIL,
    r"(?:^|[.,] |bitte )(?:\w+ )?(?:keine|keinen|keinerlei) (?:\w+ )?" + _DE_MAIL + r" mehr\b",
    r"(?:keine|keinen|keinerlei) (?:\w+ )?"
    + _DE_MAIL
    + r" (?:mehr )?(?:von ihnen |von euch |von dir )?(?:mehr )?(?:erhalten|bekommen|empfangen|haben|wunschen|zusenden|schicken|senden|zu erhalten|zu bekommen|erwunscht|gewunscht|an (?:mich|uns))\b(?! (?:kann|konnen|konnte|hat|haben|worden))",
    r"(?:mochte\w*|will|wollen|wunsche\w*|brauche\w*|wir|ich|bitte|und|aber) (?:\w+ ){0,2}?(?:keine|keinen|keinerlei) (?:\w+ )?"
    + _DE_MAIL
    + r" (?:mehr )?(?:von (?:ihnen|euch|dir)|mehr erhalten|mehr bekommen|mehr haben)\b",
    r"(?:schreib\w*|kontaktier\w*|mail\w*|ruf\w*|schick\w*|send\w*|belastig\w*|anschreib\w*|storen?|stor\w*|nerv\w*) (?:sie |ihr |du )?(?:bitte )?"
    + _DE_US
    + r" (?:bitte |doch )?(?:nicht|nichts|keine(?= (?:\w+ ){0,2}?(?:mehr|weiter\w*|e ?mails?|mails?|nachrichten|werbung|newsletter|angebote|spam|anfragen))|nie|niemals)(?: \w+){0,2}? ?(?:mehr|wieder|weiter|weiteren|an)?"
    + r"(?= ?[.,]|$| (?:mehr|wieder|weiter|an|und|e ?mails?|mails?)\b)",
    r"(?:bitte )(?:\w+ )?nicht (?:mehr|wieder|weiter) (?:anschreiben|kontaktieren|schreiben|anrufen|belastigen|kontaktiert|mailen|stoeren|storen|melden|schicken|senden|zusenden)",
    r"(?:mich|uns|mir|hier)(?: \w+){0,3}? (?:nicht|nie) (?:mehr|wieder|weiter|langer)(?: per \w+| \w+)? (?:zu )?(?:anschreiben|kontaktieren|schreiben|anrufen|belastigen|kontaktiert|angeschrieben|mailen|anzuschreiben|anzurufen|belastigt|storen)",
    r"(?:nicht|nichts) (?:mehr|langer|weiter) (?:von (?:ihnen|euch|dir) )?(?:angeschrieben|kontaktiert|belastigt|horen|angemailt) ?(?:werden)?\b",
    r"(?:lass\w*|lasst) (?:sie )?(?:mich|uns)(?: bitte| endlich| doch)* (?:in ruhe|in frieden)(?! (?:\w+ )?(?:uberleg|nachdenk|pruf|les|entscheid|anschau|anseh|arbeit|darub)\w*)",
    r"(?:horen|hor|hort) (?:sie |du |ihr )?(?:bitte |endlich |sofort )*(?:auf|damit auf)(?: ,)?(?: \w+)? ?(?:(?:mich|mir|uns|zu (?:schreiben|mailen|nerven|schicken|senden|belastigen|kontaktieren))|"
    + _END
    + r"|damit)|unterlassen sie|unterlass\w*(?: \w+){0,4}? "
    + _DE_MAIL,
    r"(?:widerspreche|widersprechen|widerspruch|widerrufe|widerrufen|ziehe)(?: \w+){0,6}? (?:nutzung|verarbeitung|verwendung|werbung|einwilligung|zusendung|zustimmung|speicherung|daten|kontaktaufnahme|einverstandnis|dsgvo|ds)",
    r"(?:art|artikel) (?:17|21) (?:\w+ ){0,2}?(?:dsgvo|ds gvo)|recht auf (?:loschung|vergessenwerden)(?: \w+){0,3} (?:gebrauch|geltend|aus)",
    r"(?:stopp?en|stoppe|beenden|stellen) sie (?:bitte |sofort |umgehend )*(?:das|die|den|diese|dieses|ihre|alle)?(?: \w+)? ?(?:"
    + _DE_MAIL
    + r"|zusendung|versand|spam|mailing|mailings)",
    r"\b(?:lassen sie|lass|lasst) (?:das|es|diesen \w+)(?: bitte| sein| bleiben| endlich)*" + _END,
    r"(?:bitte )?(?:kein|keinen) (?:weiterer |weiteren )?kontakt (?:mehr|gewunscht|erwunscht)|nie (?:wieder|mehr) (?:schreiben|kontaktieren|melden|anschreiben|mailen)|das ist (?:reiner )?(?:spam|belastigung)",
)

_FR_US = r"(?:me|m|nous|moi)"
_FR_MAIL = r"(?:e ?mails?|mails?|messages?|courriels?|courriers?|newsletters?|sollicitations?|publicites?|pubs?|spams?|relances?|prospection\w*|offres?|communications?|envois)"

_FR_LIST = (
    r"(?:listes?|base|bases|fichiers?|mailing\w*|newsletter|carnet|envois|crm|contacts|diffusion)"
)

FRENCH = (
    r"\b(?:retir\w*|supprim\w*|enlev\w*|effac\w*|ot[eo]\w*|ray\w*|radi\w*|sort\w*|desinscr\w*|desabonn\w*)(?: \w+){0,5}? (?:de|des|du|d)(?: \w+)? ?(?:votre|vos|cette|ces|la|toutes vos) (?:\w+ )?"
    + _FR_LIST,
    r"\bne (?:pas|plus|jamais) (?:me|m|nous) (?:re)?(?:contact\w*|recontact\w*|relanc\w*|ecri\w*|envoy\w*|sollicit\w*|appel\w*|derang\w*|demarch\w*)|\binutile de (?:me|m|nous) (?:re)?(?:contact\w*|relanc\w*|ecri\w*|envoy\w*|sollicit\w*)|\bpas de (?:relances?|demarchage|prospection|pub)\b|\bstop (?:pub|mails?|spam)",
    r"\b(?:desinscri\w*|desabonn\w*|desincri\w*|desinscr\w*)\b(?! (?:moyen|eleve|de nos clients|des clients)| (?:d|de|des|du)(?: \w+)? (?:alertes?|formation|evenement|webinaire|outil|plateforme|module|rappels?)\b)(?<!taux de desinscription)(?<!taux de desabonnement)(?<!lien de desinscription)(?<!les desinscriptions)(?<!les desabonnements)",
    r"\b(?:retirez|retirer|retire|supprimez|supprimer|supprime|enlevez|enlever|enleve|effacez|effacer|efface|otez|rayez|rayer|sortez|radiez)(?: de suite| immediatement| svp| s il vous plait)? (?:moi|nous|me|mes (?:donnees|coordonnees|informations)|nos (?:donnees|coordonnees)|mon (?:adresse|mail|e ?mail|nom|contact|compte)|notre (?:adresse|societe|mail|e ?mail|entreprise|nom)|cette adresse|mon adresse|toutes mes|l ensemble de mes|@link)",
    r"\b(?:me|m|nous) (?:retirer|supprimer|enlever|effacer|oter|rayer|radier|sortir|retire|retirez|supprime)(?: \w+)? (?:de|des|du|definitivement|immediatement)",
    r"\bn[e]? (?:plus )?"
    + _FR_US
    + r" (?:contact\w*|recontact\w*|ecri\w*|envoy\w*|sollicit\w*|appel\w*|relanc\w*|derang\w*|spam\w*|demarch\w*|import\w*|prospect\w*)(?: \w+){0,2}? ?(?:plus|pas|jamais)\b",
    r"\bn[e]? (?:contactez|ecrivez|envoyez|sollicitez|appelez|recontactez|relancez) plus\b",
    r"\b(?:contactez|ecrivez|envoyez|sollicitez|appelez|recontactez|relancez) (?:moi|nous|m en|nous en) plus\b",
    r"\bne plus (?:jamais )?(?:etre )?(?:(?:me|m|nous|recevoir|etre|vouloir) ?(?:contact\w*|recontact\w*|ecri\w*|envoy\w*|sollicit\w*|appel\w*|relanc\w*|derang\w*|de|vos|d|aucun\w*|demarch\w*|ces|recevoir)|contact\w*|recontact\w*|solliciter|relancer|ecrire|envoyer)",
    r"\b(?:souhait\w*|veu\w*|desir\w*|voul\w*|aimerais|prefere\w*) (?:plus|pas|ne plus|ne pas)(?: du tout| jamais)? (?:etre |recevoir |avoir )?(?:contact\w*|recontact\w*|sollicit\w*|demarch\w*|relance\w*|derange\w*|vos|de vos|aucun\w*|d autres|de|ces|recevoir|entendre|d)(?: \w+)?",
    r"\b(?:arretez|arreter|arrete|cessez|cesser|stoppez|stopper)(?: \w+){0,2}? ?(?:de (?:me|m|nous) |d (?:envoyer|ecrire)|vos |ces |cet |les "
    + _FR_MAIL
    + r"|tout\w* |l envoi|toute sollicitation|ca"
    + _END
    + r"|de spammer|immediatement|s il vous plait|svp)",
    r"(?:^|[.,] |merci |prie |voulons |veux )(?:\w+ ){0,2}?(?:plus (?:de|d|aucun\w*)|aucun autre|pas d autres?|plus jamais de) "
    + _FR_MAIL,
    r"\blaissez (?:moi|nous) (?:tranquilles?|en paix)|\bfoutez (?:moi|nous) la paix|\bc est du (?:spam|harcelement)|\barretez\b"
    + _END,
    r"\b(?:souhait\w*|veu\w*|voul\w*|demand\w*|aimerais|desir\w*) (?:\w+ )?etre (?:retire\w*|desinscrit\w*|supprime\w*|enleve\w*|raye\w*|desabonne\w*|efface\w*)",
    r"\bdroit (?:a l|d|de|a) ?(?:effacement|oubli|opposition|suppression)|(?:m|nous|nous nous|je m) oppos\w+ (?:a|au|formellement)|\b(?:suppression|effacement|retrait) de (?:mes|nos|toutes mes|mon) (?:donnees|coordonnees|adresse|contact|informations|e ?mail)|retire(?:r)? mon consentement",
    r"\b(?:sans|ni) (?:autre|plus de) (?:sollicitation|relance)s?" + _END,
)

_ES_MAIL = r"(?:correos?|e ?mails?|mails?|mensajes?|publicidad|boletin\w*|newsletters?|comunicacion\w*|spam|ofertas|llamadas|correos electronicos)"

SPANISH = (
    r"\b(?:elimin\w*|borr\w*|quit\w*|sac\w*|saqu\w*|retir\w*|exclu\w*|suprim\w*)(?: \w+){0,5}? (?:de|del) (?:su|sus|la|esta|esa|vuestra|tu|todas sus) (?:\w+ )?(?:listas?|base|bases|newsletter|boletin|registros?|contactos)",
    r"\b(?:abstengan?se|abstener\w*|eviten?|evitar) de? ?(?:enviar|escribir|contactar|mandar|llamar)\w*|\bno (?:se )?(?:pongan?|ponga|ponerse|vuelvan a ponerse) en contacto|\bno (?:me |nos )?molest\w+",
    r"(?<!estoy )(?<!estare )(?<!esta )(?<!encuentro )\b(?:dar|den|de|da|deme|denme|dame|darme|darnos|dennos|dadme|denos|danos|dese|darse|dad)(?: \w+)?(?: de)? baja\b(?! (?:el|la|los|las|un|una|tension|al|en el almacen))(?! del? (?:(?:la|el|otr\w|nuestr\w|una?) )*(?:otr\w|plataforma|herramienta|programa|proveedor|anterior)\b)|(?:^|[.,] |solicito |quiero |pido |deseo |favor )(?:la |mi |una )?baja(?: por favor| inmediata| ya| de (?:la|su|esta) lista| del boletin)?"
    + _END,
    r"\b(?:elimin|borr|quit|sac|retir|suprim|remuev|exclu)\w*(?: de inmediato)? ?(?:me|nos|mis (?:datos|contactos?)|nuestros datos|mi (?:correo|direccion|e ?mail|nombre|contacto|informacion)|nuestra (?:direccion|empresa)|nuestro (?:correo|e ?mail)|esta direccion|este correo|todos mis datos|@link)\b",
    r"\b(?:elimin[ea]n?|borr[ea]n?|quit[ea]n?|saqu?en?|sac[ae]n?|retir[ea]n?|elimina|suprima|suprim[ae]n?)(?:r)?(?:me|nos)\b",
    r"\b(?:ser|sea) (?:eliminad\w|borrad\w|dad\w de baja|retirad\w|contactad\w (?:mas|de nuevo|nuevamente))\b",
    r"\b(?:eliminar|borrar|quitar|sacar|retirar|suprimir)(?:me|nos)\b",
    r"\bno (?:vuelv\w+ a |quiero que |me gustaria que |deseo que )?(?:me|nos) (?:\w+ )?(?:contact\w+|escrib\w+|envi\w+|mand\w+|llam\w+|molest\w+|sigan?|hagan?|ofrezc\w+)(?: \w+){0,2}? ?(?:mas|nunca|de nuevo|otra vez|en el futuro|"
    + _ES_MAIL
    + r")",
    r"\bno (?:me|nos) (?:escriban?|contacten?|manden?|envien?|llamen?|escribas|contactes|molesten?)(?= ?[.,]|$)",
    r"\bno (?:vuelv\w+|volver) a (?:contactar|escribir|enviar|mandar|llamar|molestar)\w*",
    r"\bno (?:contact\w+|escrib\w+|envi\w+|mand\w+)(?:me|nos)? (?:mas|nunca)\b",
    r"\b(?:no|ya no|nunca) (?:quiero|queremos|deseo|deseamos|me interesa|nos interesa|quisiera|autorizo|autorizamos)(?: seguir)?(?: a)? (?:recib\w+|ser contactad\w+|que me|que nos|mas|saber)(?: \w+){0,3}? ?(?:"
    + _ES_MAIL
    + r"|nada|sus|mas|contacten|escriban|envien)\b",
    r"\b(?:dej\w+|par\w+|ces\w+) de (?:escrib\w+|envi\w+|contact\w+|mand\w+|molest\w+|llam\w+|spame\w+|hacer spam)(?:me|nos)?\b(?<!dejamos de enviar)",
    r"(?:^|[.,] |favor )(?:no|ni un|ningun) mas "
    + _ES_MAIL
    + r"|\bbasta (?:ya )?(?:de "
    + _ES_MAIL
    + r")?"
    + _END,
    r"\b(?:desuscrib\w*|desinscrib\w*|desubscrib\w*|cancel\w+ (?:mi |la |esta )?(?:suscripcion|subscripcion))(?! (?:de netflix|del software))",
    r"\b(?:dej\w+)(?:me|nos) (?:en paz|tranquil\w)|\b(?:derecho (?:de|al|a la) (?:supresion|olvido|oposicion|cancelacion))|\bme opongo\b|\besto es (?:spam|acoso)",
)

_IT_MAIL = r"(?:e ?mails?|mails?|messaggi\w*|comunicazion\w|newsletters?|pubblicita|spam|offert\w|chiamate|posta|contatti)"

ITALIAN = (
    r"\b(?:cancell\w*|rimuov\w*|rimoss\w|elimin\w*|togli\w*|tolt\w|esclud\w*|leva\w*)(?: \w+){0,5}? (?:dalla|dalle|dal|dai|da) (?:(?:vostra|vostre|vostro|vostri|sua|suo|tua|questa) )?(?:\w+ )?(?:liste?|database|archivi\w*|rubrica|newsletter|contatti|indirizzari\w|elenc\w+)",
    r"\b(?:evit\w+|astener\w*|astenet\w*) (?:di|dal|dallo) (?:scriver\w*|contattar\w*|inviar\w*|mandar\w*|disturbar\w*)",
    r"\b(?:cancell|rimuov|elimin|togli|disiscriv|toglie|leva)\w*(?:mi|ci|temi|teci|rmi|rci)\b",
    r"\b(?:mi|ci) (?:cancell\w+|rimuov\w+|toglie\w*|tolg\w+|elimin\w+|disiscriv\w+)\b",
    r"\b(?:cancellare|cancellate|cancelli|cancella|rimuovere|rimuovete|rimuova|eliminare|eliminate|elimini|togliere|togliete|tolga)(?: \w+)? (?:il mio|i miei|la mia|il nostro|i nostri|questo indirizzo|la nostra|tutti i miei|@link)\b",
    r"\b(?:essere|venire) (?:cancellat\w|rimoss\w|eliminat\w|tolt\w|disiscritt\w)",
    r"\bnon (?:mi|ci) (?:\w+ )?(?:contatt\w+|scriv\w+|invi\w+|mand\w+|disturb\w+|chiam\w+|spedi\w+)(?: \w+){0,2}? ?(?:piu|mai|altre|altri)\b|\bnon (?:contatt\w+|scriv\w+|invi\w+|mand\w+|disturb\w+|inviare|mandare)(?:mi|ci|temi|teci)? (?:piu|mai piu|altre|altri)\b|\bnon (?:scriv|contatt|mand|invi)\w*(?:temi|teci|rmi|rci|emi)\b",
    r"\bnon (?:\w+ )?(?:desider\w+|vogli\w+|intend\w+|vorrei|gradisc\w+)(?: piu)? (?:ricever\w*|essere (?:contattat\w|disturbat\w)|altre|altri|sentir\w+)(?: \w+){0,3}? ?(?:"
    + _IT_MAIL
    + r"|da voi|piu|nulla|niente)?",
    r"\b(?:basta|niente piu|niente|stop|nessun altra?) (?:con (?:le |queste |i )?|piu |altre |altri |alle |a )?"
    + _IT_MAIL
    + r"|(?:^|[.,] )basta"
    + _END,
    r"\b(?:smett\w+|finite\w*|piantate\w*|cessate|interromp\w+) (?:di (?:scriver\w+|inviar\w+|mandar\w+|contattar\w+|disturbar\w+)|subito|gli invii|l invio|questi|queste)",
    r"\b(?:disiscriv\w+|disiscrizione|cancellazione)(?= ?[.,]|$| (?:dalla|dal|dei miei|immediata|per favore|grazie|dai))|\bannull\w+ (?:la |l |la mia )?iscrizione|\blasciate(?:mi|ci) in pace|\bdiritto (?:alla cancellazione|all oblio|di opposizione)|\bmi oppongo|\brevoco il (?:mio )?consenso",
)

_NL_MAIL = r"(?:e ?mails?|mails?|mailtjes?|berichten?|reclame|nieuwsbriev\w+|spam|aanbiedingen|post|contact|telefoontjes|communicatie)"

DUTCH = (
    r"\b(?:verwijder\w*|haal|halen|schrap\w*|schrijf|uitschrijven|neem|nemen|gooi|wis|zet)(?: \w+){0,6}? (?:uit|van) (?:uw|jullie|je|de|deze|dit|het) (?:\w+ )?(?:lijst\w*|mailinglijst\w*|mailinglist|bestand\w*|database|systeem|nieuwsbrief|adressenlijst|verzendlijst)",
    r"\b(?:van|uit) (?:uw|jullie|de|deze|die) (?:\w+ )?(?:lijst\w*|mailinglijst\w*|bestand|verzendlijst|nieuwsbrief) (?:af|uit|halen|verwijder\w*|schrappen|weg)",
    r"(?:^|[.,] |graag |gelieve |aub |alsjeblieft )(?:\w+ )?(?:verwijderen|schrappen)" + _END,
    r"\bneem (?:\w+ )?(?:geen|niet meer|nooit meer) (?:\w+ )?contact|\bniet (?:meer|opnieuw) contact",
    r"(?:^|[.,] |graag |wil (?:me |mij |ons )?(?:graag )?|willen (?:ons )?(?:graag )?|gelieve (?:mij |me |ons )?|verzoek (?:mij |me )?)(?:\w+ )?(?:uitschrijven|uit te schrijven|afmelden|af te melden|uitschrijving|afmelding)(?= ?[.,]|$| (?:aub|alstublieft|alsjeblieft|van|voor|graag|svp|a u b))(?! (?:percentage|ratio|link))",
    r"\b(?:schrijf|meld|haal|verwijder|schrap|gooi|wis|neem|zet)(?: u)? (?:mij|me|ons|mijn \w+|onze \w+|dit adres|dit e ?mailadres|@link)(?: \w+){0,4}? ?(?:uit|af|van|weg|eraf|verwijderen)?(?= ?[.,]|$| (?:uit|van|af|voor|a ?u ?b|alstublieft|alsjeblieft|svp|graag|direct|per)\b)",
    r"\b(?:mij|me|ons|mijn (?:gegevens|adres|e ?mail\w*|mailadres)|onze gegevens|dit adres)(?: \w+){0,5}? (?:te verwijderen|verwijderen|uit te schrijven|uitschrijven|af te melden|afmelden|schrappen|te schrappen|verwijderd)\b",
    r"\b(?:stuur|mail|contacteer|bel|benader|schrijf|spam|val|stoor|zend)(?: u)? (?:mij|me|ons)(?: \w+)? (?:niet|geen|nooit)(?: \w+){0,3}? ?(?:meer|lastig|"
    + _NL_MAIL
    + r")",
    r"(?:^|[.,] |graag |wil |willen |wens |wensen |alsjeblieft |aub |stuur )(?:\w+ )?geen (?:verdere |nieuwe |andere |enkele )?"
    + _NL_MAIL
    + r" (?:meer|van (?:u|jullie|jou)|ontvangen|krijgen|te ontvangen)\b",
    r"\bgeen (?:verdere|nieuwe|ongevraagde) " + _NL_MAIL,
    r"\bniet (?:meer|langer|opnieuw|weer) (?:te )?(?:contacteren|mailen|benaderen|benaderd|schrijven|gecontacteerd|gemaild|sturen|bellen|lastig)\b",
    r"\b(?:stop|hou op|houd op|kap|kappen|stoppen|ophouden) (?:\w+ )?(?:met|mee) (?:\w+ )?(?:mailen|sturen|contact\w*|spammen|bellen|schrijven|benaderen|deze|die|dit|jullie|het|je|uw)(?! (?:voorraad|excel))",
    r"\blaat (?:mij|me|ons)(?: \w+)? met rust|\brecht op (?:vergetelheid|verwijdering|gegevenswissing|bezwaar)|\bmaak (?:\w+ )?bezwaar tegen|\btrek (?:\w+ )*toestemming in",
)

_PT_MAIL = r"(?:e ?mails?|mails?|mensage\w+|propagandas?|publicidade|newsletters?|contatos?|contactos?|spam|comunicac\w+|ofertas|ligacoes)"

PORTUGUESE = (
    r"\b(?:remov\w*|retir\w*|exclu\w*|tir\w*|apag\w*|delet\w*|elimin\w*)(?: \w+){0,5}? (?:da|das|de|do|dessa|desta) (?:(?:sua|suas|vossa|vossas|seu|esta|essa) )?(?:\w+ )?(?:listas?|base|newsletter|mailing|cadastro|registros?|contatos)\b",
    r"\bcancel\w+ (?:o |a |la |el |os |minha |mi |esta ){0,2}(?:recebimento|inscricao|subscricao|assinatura|envio|suscripcion|recepcion)(?: \w+){0,3}? (?:e ?mails?|mails?|correos?|newsletters?|lista|mensagens|mensajes)\b",
    r"\bser (?:removid\w|excluid\w|retirad\w|descadastrad\w|apagad\w)\b|\bnao (?:entr\w+|voltem a entrar|voltar a entrar) (?:mais |novamente )?em conta(?:c)?to",
    r"\b(?:descadastr\w+|desinscrev\w+|desinscri\w+|desinscric\w+|cancel\w+ (?:a |minha |a minha |esta )?(?:inscricao|assinatura|subscricao)(?: (?:da|desta|de) (?:lista|newsletter))?)",
    r"\b(?:remov|retir|exclu|tir|apagu|delet|elimin|apag)\w* (?:me|nos|meu|minha|meus|minhas|o meu|a minha|os meus|nosso|nossa|este|esse|@link)\b(?: (?:e ?mail|mail|nome|contato|contacto|dados|endereco|cadastro|informac\w+|da|do|desta|dessa|empresa))?",
    r"\b(?:me|nos) (?:remov\w+|retir\w+|exclu\w+|tir\w+|descadastr\w+)\b|\bremover (?:me|nos)?(?: \w+)? ?da (?:sua |vossa )?lista",
    r"\bnao (?:me |nos )?(?:\w+ )?(?:contat\w+|contact\w+|escrev\w+|envi\w+|mand\w+|ligu\w+|incomod\w+|perturb\w+)(?: (?:me|nos|mais|a|nenhum\w*|outr\w+|novamente|nunca|"
    + _PT_MAIL
    + r")){1,3}\b",
    r"\b(?:nao|ja nao) (?:quero|queremos|desejo|desejamos|gostaria de|pretendo|pretendemos)(?: mais)?(?: continuar a)? (?:receb\w+|ser (?:mais )?(?:contat\w+|contact\w+|incomodad\w+)|que me)(?: \w+){0,3}? ?(?:"
    + _PT_MAIL
    + r"|mais|nada)?",
    r"\bnao (?:quero|queremos|desejo|desejamos) (?:mais |receber )+" + _PT_MAIL,
    r"\b(?:par\w+|deix\w+|cess\w+) (?:de|com)(?: me| nos)? ?(?:enviar|mandar|contatar|contactar|escrever|incomodar|ligar|spam|os|esses|estes|me|perturbar)\w*",
    r"(?:^|[.,] |favor )(?:sem|nada de|chega de|nao mais|nenhum) (?:mais )?"
    + _PT_MAIL
    + r"|\bdar(?: me)? baixa|\bdeix\w+ (?:me|nos) em paz|\bdireito (?:ao|a|de) (?:apagamento|esquecimento|eliminacao|exclusao|oposicao)|\b(?:me oponho|oponho me)\b|\bisto e (?:spam|assedio)",
)

ELSEWHERE = (
    r"\bhor(?:a)? (?:\w+ )?(?:inte|aldrig|ikke) (?:\w+ )?av\b|\bhor (?:inte|aldrig) av\b",
    r"\b(?:avregistrera|avprenumerera|avanmal\w*|sluta (?:maila|skicka|kontakta|mejla|skriva)|ta bort (?:mig|oss|min|var)|kontakta (?:mig|oss) inte|inga fler (?:mail|mejl|meddelanden))\b",
    r"\b(?:afmeld|afmelde|meld (?:meg|mig) (?:av|fra)|fjern (?:meg|mig|os|oss|min)|slett (?:meg|mine)|slet mine|slut med at skrive|stop med at (?:skrive|sende|maile|kontakte)|ikke (?:kontakt|skriv|send) (?:meg|mig|oss|os)|ingen flere (?:mails?|e ?poster|henvendelser)|kontakt (?:meg|mig) ikke)\b",
    r"\b(?:wypis\w+|wypisz\w*|prosze o usuniecie|usun\w* (?:mnie|moj\w*|nasz\w*)|prosze (?:nie|wiecej nie) (?:pisac|kontaktowac|wysylac|dzwonic)|nie (?:pisz\w*|kontaktuj\w*|wysylaj\w*) (?:\w+ )*wiecej|odhlas\w*|neposilejte|nekontaktujte|vymazte me)\b",
    r"(?:отпис\w+|отпиш\w+|не пишите|удалите (?:меня|мои|мой)|уберите меня|больше не (?:пишите|присылайте)|退订|取消订阅|配信停止|수신거부)",
)

WHOLE = (
    r"(?:(?:bitte|por favor|s il vous plait|svp|merci|per favore|prego|a ?u ?b|alstublieft|alsjeblieft|favor|graag|danke|gracias|grazie|obrigado|bedankt|hallo|bonjour|hola|ciao) )*"
    r"(?:bitte unterlassen|es reicht|das reicht|mir reicht es|ca suffit|ya basta|ora basta|genoeg|chega|abmelden|abmeldung|abbestellen|austragen|loschen|stoppen|aufhoren|schluss|desinscription|desinscrire|desinscrivez moi|desabonnement|desabonner|arret|arretez|baja|darme de baja|dar de baja|alto|pare|parar|basta|"
    r"cancellami|cancellatemi|cancellazione|disiscrizione|uitschrijven|afmelden|ophouden|remover|sair|cancelar|descadastrar|stop)"
    r"(?: (?:bitte|por favor|s il vous plait|svp|merci|per favore|a ?u ?b|alstublieft|alsjeblieft|danke|gracias|grazie|obrigado|jetzt|maintenant|ahora|ora|nu|agora|sofort|endlich))*"
)
"""A whole sentence that is nothing else."""
