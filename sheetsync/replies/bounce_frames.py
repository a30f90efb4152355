"""Recognise a delivery report by what its sentences are about, in any server's wording.

A server says one of four things: a status code (RFC 5321 section 4.2, RFC 3463), that a
message was not delivered, that a recipient is unknown, full or gone, or that somebody has
left. People say the same of goods and of their own mailboxes: "our", "my" and "I" in
the sentence keep it from counting.
"""

import re

from sheetsync.replies.bounce_departures import TALKING, closed_or_left
from sheetsync.replies.wording import Wording, level

_CODE = re.compile(
    r"(?<![\w.])5[0-5]\d[ -]{1,3}#?5\.\d{1,3}\.\d{1,3}\b|\(#5\.\d{1,3}\.\d{1,3}\)|#5\.\d{1,3}\.\d{1,3}\b|smtp; ?5\d\d\b|\bstatus: ?5\.\d{1,3}\.\d{1,3}\b"
    r"|(?<![\w.])5[05]\d[ :-]{1,3}(?:\d )?(?:requested|user|recipient|mailbox|no such|address|relay|message|rejected|delivery|service|"
    r"administrative|invalid|unknown|sorry|permanent|account|access|not|blocked|denied|unrouteable|unroutable|host|mail|envelope|spam|high|spf|dkim|dmarc|transaction|relaying|policy|sender|client|suspicious|bulk|unable|verification|authentication|domain|this|the|<|\S{1,64}@)"
)
_SAID = re.compile(
    r"^\W*(?:the |this |your )?(?:recipient.?s? |user.?s? |addressee.?s? )?(?:inbox|mailbox|quota|disk quota) (?:is )?(?:full|exceeded)\b|retry time(?:out)? (?:not reached|exceeded)|delivery status notification|mail delivery (?:failed|failure|subsystem|system)|message (?:not delivered|blocked|undeliverable|bounced)|"
    r"^\W*(?:undeliverable|undelivered|unzustellbar|non remis|non distribu\w+|no se puede entregar|onbestelbaar|non recapitabile|nao entregue|nie dostarczono|olevererbart|kan ikke leveres|delivery fail\w+|returned mail|failure notice|mail system error)(?= ?:| ?$| \(| (?:mail|message|e-?mail)\b)|"
    r"(?:message|mail|e-?mail|courriel|nachricht|mensaje|correo|messaggio|bericht|mensagem)(?: you sent| that you sent)? (?:to|for|an|a|para|aan|pour) \S{0,3}\S{1,64}@\S{1,80} (?:was|has been|is|could|wasn.?t|has not|wurde|a ete|ha sido|e stato|is|foi)\b[^\n]{0,40}(?:block|reject|return|refus|undeliver|not |bounc|abgelehnt|blockiert|zuruck|refuse|rejete|devuelto|rechazado|respinto|geweigerd|rejeitad)|"
    r"(?:do not|don.?t) have permission to (?:send|post)|(?:have |has )?g[ai]ve(?:n)? up trying to deliver|fehlgeschlagene zustellung|zustellungsfehler|unzustellbarkeit|echec de (?:la )?(?:remise|distribution|livraison du)|(?:notificacion|notifica|notification) (?:de|di|of) (?:estado de entrega|mancata consegna|mancato recapito|non[- ]?(?:remise|delivery))|"
    r"this is the (?:mail|e-?mail) (?:server|system|gateway)|delivery status of (?:a|the|your) message|affected recipients|(?:sender|recipient|address) verif\w+ (?:has )?fail|(?:user|person|account|recipient|address|mailbox|someone|anyone)(?: that| who| whom)? you(?: are|.?re| have|.?ve)? (?:trying|tried|attempt\w*) to (?:contact|reach|e-?mail|mail|write)|"
    r"doesn.?t have an? \S{1,80} account|not going to try again|mailbox (?:by|with|of) that name|find (?:a|any) mailbox|in the queue too long|(?:organi[sz]ation|server|gateway|filter|system|domain|host|essentials|mimecast|proofpoint|barracuda|recipient) (?:has |have )?(?:blocked|rejected|refused|bounced|returned|quarantined) your (?:message|e-?mail|mail)\b|"
    r"unknown to address|unrout(?:e)?able (?:address|mail domain)|nxdomain|host unknown|host not found|name service error|unable to route|no such (?:user|mailbox|recipient|address|account|domain)\b|relay(?:ing)? (?:is |was )?(?:not (?:allowed|permitted)|prohibited)|mail server (?:said|responded)|(?:status|delivery|recipient|result): ?undeliverable|account (?:has |is )?expired|no mx record|mail ?loop|too many hops|"
    r"lookup of \S{1,80} responded|connection (?:timed out|refused|reset)|could ?n.?o?t connect to \S{1,80}\.|message (?:was |has been )?rejected ?:|all relevant mx records|the group you tried to contact|permission to post messages to the group|"
    r"requested mail action (?:aborted|not taken)|smtp error|remote (?:mail )?server (?:returned|responded|replied|rejected)|mail server (?:rejected|returned|refused)|"
    r"considered unsolicited (?:by the recipient|bulk)|无法(?:发送|送达|投递)|退信|(?:送信|配信|配達)(?:不能|てきません)|宛先不明|あて先[^\n]{0,20}エラー|(?:not|nt) (?:exactly )?match (?:an?|any) (?:\w+ )?(?:e-?mail )?(?:address|recipient|user|mailbox)|rejected for policy reasons|content rejected|classified as spam by the recipient|"
    r"vacation message was not sent|^\W*[45]\.\d{1,3}\.\d{1,3}:? (?:no answer|host|user|mailbox|recipient|address|quota|over|message|delivery|domain|relay|access|unknown|bad|invalid|system|server|unable|rejected|account)|^\W*(?:rejected|blocked|refused|denied) (?:due to|because of|by|for) (?:\w+ ){0,3}?(?:polic|spam|content|security|filter|reputation)|dns lookup (?:has )?failed|^<\S{1,64}@\S{1,80}>: ?\S|(?:status|result|action): ?failed|recipientnotfound|loops? back to (?:myself|itself)|(?:forwarding|routing|mail) loop|local delivery failed|delivery (?:was |has been )?abandoned|non-?delivery (?:report|notification|notice|receipt)|no mail exchangers?|not accept our (?:requests?|connections?)|(?:has |have )?stopped trying(?: to deliver)?[^\n]{0,40}$|no further (?:delivery )?attempts|sender (?:address |domain |ip |e-?mail )?(?:is |was |has been )?(?:rejected|not (?:allowed|authori[sz]ed|permitted|accepted|recogni[sz]ed)|denied|refused|blocked|blacklisted|unauthenticated)|(?:approved|authori[sz]ed|known|allowed|verified) senders (?:may|can|list|only)|only accepts? (?:messages?|e-?mails?|mails?) from|accepts? (?:messages?|e-?mails?|mails?) only from|not (?:authori[sz]ed|allowed|permitted) to (?:send|relay|post|e-?mail|write)(?: (?:e-?mails?|mails?|messages?))?(?: to)? (?:this|the|that) (?:mailbox|recipient|address|group|list|user|inbox|account|distribution)|(?:mailbox|inbox|message|mail) (?:size |storage )?(?:limit|quota) (?:has been |is |was )?(?:exceeded|reached)|(?:message|e-?mail|mail)[^\n]{0,40} exceeds (?:the |our |its )?(?:maximum |max |allowed |mailbox |message )*(?:message )?size|no (?:user|mailbox|recipient|account|person|address)s? (?:by|of|with|for) (?:that|this) (?:name|address|user|recipient)|4\.\d{1,3}\.\d{1,3}[^\n]{0,200}(?:abandon|giv\w+ up|gave up|expired|returned|not be retried)|(?:on|in|by) (?:an? |the |our )?(?:\w+ )?(?:dnsbl|rbl|blacklist|block ?list) ?[(:\[]|listed (?:at|by|in|on) (?:\S{1,40} )?(?:spamhaus|spamcop|sorbs|barracuda)|delivery attempts? (?:has |have )?failed|this is a permanent (?:error|failure)|permanent(?:ly)? (?:error|failure|fatal|failed|undeliverable)",
    re.MULTILINE,
)

_WORD = re.compile(r"[^\s.,]+")
_SENTENCE = re.compile(r"[^.]{5,}")
_WIDTH, _STEP = 20, 10
_BRIEF = 90
_BRIEFEST = 60
"""Characters of a text so short that it needs no address to be a notice."""

_MESSAGE = frozenset(
    "message messages mail mails email emails msg nachricht nachrichten courriel courriels mensaje mensajes correo "
    "messaggio messaggi bericht berichten mensagem mensagens wiadomosc wiadomosci zprava meddelande meddelelse melding mejl mejlet meddelandet "
    "epost besked beskeden meldingen meldinga mailen mailet posten zpravu viesti viestia viestinne viestisi sahkopostiviesti uzenet uzenete uzenetet level levele mesaj mesajul mesajului iletiniz ileti mesajiniz mailiniz сообщение письмо μηνυμα".split()
)
_SERVERS = frozenset("server servidor serveur mailserver gateway serwer servern serveren".split())
_FILTERS = frozenset(
    "filter policy gateway server system recipient recipients richtlinie filtre filtro".split()
)
_YOURS = frozenset(
    "die der le el il het a o the your ihre ihrer deine votre vos ton su tu vuestro vuestra suo sua tuo vostro uw je jouw jullie seu vossa panstwa twoja ditt din dit er ert deres az on va dvs ваше вашего σασ το your's the attached this following".split()
)
_RECIPIENT = re.compile(
    r"recipients?|addressees?|receivers?|empfangers?|empfangerin|destinataires?|destinatari\w*|ontvangers?|geadresseerden?|odbiorc\w+|adresat\w*|prijemc\w+|mottagare\w*|modtager\w*|mottaker\w*|vastaanottaj\w*|cimzett\w*|alici\w*|получател\w*|адресат\w*|παραληπτ\w*|@link"
)
_DELIVER = re.compile(
    r"(?:un)?deliver\w*|zugestellt\w*|zustell\w*|zuzustellen|ubermittel\w*|unzustellbar\w*|ausgeliefert|remise?s?|distribue\w*|distribuer|achemine\w*|livre\w*|delivre\w*|entreg\w*|recapit\w*|consegn\w*|"
    r"bezorg\w*|afgelever\w*|aflever\w*|doreczon\w*|dorecz\w*|dostarcz\w*|doruc\w*|leverer\w*|leveres|leveret|levert|levereres|levereras|toimit\w*|perille|kezbesit\w*|livra\w*|teslim|iletil\w*|доставлен\w*|доставит\w*|παραδο\w*"
)
_REACH = re.compile(
    r"reach\w*|erreicht?\w*|atteint\w*|joindre|accept\w*|process\w*|sent|send|relay\w*|find|found|locate|resolve|connect"
)
_FAILED = re.compile(
    r"not|couldnt|cannot|cant|wasnt|didnt|hasnt|unable|fail\w*|undeliver\w*|impossible|errors?|problems?|reject\w*|bounced?|returned|refused|blocked|aborted|"
    r"nicht|fehlgeschlagen|gescheitert|fehler|unmoglich|unzustellbar\w*|verweigert|abgelehnt|abgewiesen|zuruckgewiesen|pas|echec|echoue|erreur|refuse\w*|rejete\w*|no|fallo|fallid\w|error|imposible|rechazad\w|non|impossibile|errore|fallit\w|rifiutat\w|respint\w|"
    r"niet|mislukt|fout|geweigerd|nao|falha|falhou|erro|rejeitad\w|recusad\w|impossivel|nie|niepowodzeni\w|nieudan\w|odrzucon\w|nepodarilo|nelze|inte|ikke|misslyck\w*|mislykk\w*|mislykt\w*|\w*devuelt\w|devolvid\w|zwrocon\w+|retourne|renvoye|avvisad\w*|avvist|afvist|werent|arent|isnt|wont|havent|without|stopped|expired|gave|giving|too|rechazo|odrzucil|discarded|dropped|quarantined|verworfen|bloqu\w+|blokk\w+|geblokkeerd|bloccat\w|zablokowan\w+|ei|eivat|voitu|epaonnistui|nem|sikertelen\w*|nu|esuat|edilemedi|iletilemedi|не|δεν|nevedlo|kunde"
)
_RETURNED = frozenset(
    "rejected returned bounced blocked refused abgewiesen zuruckgewiesen abgelehnt zuruckgeschickt retourne rejete refuse renvoye devuelto devuelta rechazado respinto rifiutato geweigerd teruggestuurd devolvida devolvido rejeitada zwrocona odrzucona avvisad returnert returneret rechazo rechaza rejette rifiuta odrzucil weigerde discarded quarantined verworfen blockiert zuruckgesendet bloque bloqueado bloqueada bloccato geblokkeerd blokkert blokeret zablokowana avvist afvist avvisat avvisats blockerats stoppad respins respinta rifiutata bloccata hylatty odmitnuta vracena rechazada rejeitado recusado recusada refusee rejetee retournee".split()
)
_ENTITY = re.compile(
    r"(?:e ?)?mailbox\w*|inbox|accounts?|users?|usernames?|recipients?|addresse?s?|domain\w*|hosts?|postfach\w*|benutzer\w*|empfanger\w*|adresse\w*|mailadresse\w*|emailadresse\w*|konto|boite|destinataires?|utilisateur\w*|compte|buzon|destinatari\w*|"
    r"direccion\w*|usuario\w*|cuenta|casella|indirizz\w*|utente|ontvanger\w*|postvak\w*|adres|adressen|emailadres\w*|mailadres|gebruiker\w*|caixa|endereco\w*|utilizador\w*|conta|odbiorc\w*|adresat\w*|skrzynk\w*|uzytkownik\w*|konto|"
    r"mottagare\w*|brevlada\w*|adress\w*|inkorg\w*|postkasse\w*|postboks\w*|modtager\w*|bruger\w*|anvandare\w*|indbakke\w*|schranka|uzivatel|postadress\w*|epostadress\w*|postilaatikko\w*|sahkopostiosoit\w*|osoite|kayttaj\w*|postafiok\w*|emailcim\w*|felhasznalo\w*|cim|casuta|adresa|utilizator\w*|kutusu|kullanici\w*|adresi|ящик\w*|адрес\w*|пользовател\w*|διευθυνση|γραμματοκιβωτιο|χρηστησ|@link"
)
_STATE = re.compile(
    r"\b(?:obsolete|dead|defunct|(?:not|isnt|arent|wasnt) (?:\w+ )?(?:in use|accepting|in service)|out of (?:use|service)|not known|could not be resolved|couldnt be resolved|unresolvable|not available|nicht verfugbar|over limit|does not accept|unknown|unrecogni[sz]ed|nonexistent|non existent|unrout\w+|unreachable|unavailable|over (?:its |the |their )?(?:quota|limit)|over ?quota|exceed\w* (?:its |the |their )?(?:\w+ )?(?:quota|limit|size|storage)|(?:quota|storage) (?:\w+ )?exceeded|full\b(?! of)|disabled|deactivated|inactive|suspended|terminated|"
    r"invalid|(?:not|never|couldnt be|could not be|wasnt|cannot be) (?:be )?found|(?:not|does not|doesnt|do not|no longer) exists?|no longer (?:\w+ )?(?:valid|in use|active|available|used|accept\w*|in service|operational|a valid|here|functional|working|exists?)|not (?:a )?(?:valid|active|known|listed|have an? \S{1,40} ?account|accept\w* (?:any |new |incoming |further )?(?:messages?|mails?|e ?mails?)|receiv\w* (?:any |new |incoming )?(?:messages?|mails?|e ?mails?)|our customer|a customer)|moved|no forwarding|no such (?:user|person|recipient|mailbox|address|account|domain)|cannot (?:receive|accept)|cant (?:receive|accept)|doesnt have an? (?:\S{1,40} ){0,6}?account|"
    r"unbekannt\w*|nicht (?:ermittelt|zugeordnet|identifiziert)|existiert nicht|nicht (?:mehr )?(?:gefunden|gultig|aktiv|vorhanden|verwendet|genutzt|bekannt|existent|erreichbar|in gebrauch|empfangsbereit)|nicht gefunden|voll|uberfullt|deaktiviert|ungultig\w*|gesperrt|"
    r"inconnue?s?|introuvable|n existe (?:pas|plus)|pleine?|saturee?|desactivee?|invalide|n est (?:plus|pas) (?:valide|utilisee?|active|actif|en service|attribuee?|joignable)|n a pas (?:ete|pu etre) trouvee?|"
    r"desconocid\w|no existe|no se (?:ha )?(?:encontro|encontrado|encuentra)|no fue encontrad\w|llen[oa]|deshabilitad\w|desactivad\w|inactiv\w|ya no (?:existe|es valid\w|esta \w+|se utiliza)|no (?:es )?valid\w|"
    r"sconosciut\w|inesistente|non esiste|non (?:e stat\w )?trovat\w|pien[ao]|disattivat\w|non (?:e )?(?:piu )?(?:valid\w|attiv\w|in uso)|"
    r"onbekend\w*|bestaat niet|niet (?:meer )?(?:gevonden|geldig|in gebruik|actief)|vol|ongeldig|"
    r"desconhecid\w|nao existe|nao (?:foi )?encontrad\w|chei[ao]|desativad\w|inativ\w|nao e valid\w|invalid\w|"
    r"nieznan\w+|nie istnieje|nie (?:zostal \w+ )?(?:znalezion\w+|odnalezion\w+)|pelna|przepelnion\w+|nieaktywn\w+|neexistuje|nenalezen\w*|plna|"
    r"okand\w*|finns inte|hittades inte|kunde inte hittas|ogiltig\w*|inte langre \w+|findes ikke|blev ikke fundet|ukendt|finnes ikke|ukjent|fuld|deaktiverad\w*)\b"
)
_SHUT = re.compile(
    r"\b(?:(?:has been|have been|is|was|is being|had been|got|been) (?:\w+ ){0,2}?(?:closed|decommissioned|deleted|retired|discontinued|shut down|archived|expired|removed|locked|blocked|switched off|turned off|withdrawn|cancelled|deprovisioned|taken offline|terminated)|no longer(?! (?:being |regularly |actively )?(?:monitored|attended|checked|manned))|nicht (?:mehr|langer)|(?:n|ne) \w+ plus|ya no|non (?:\w+ )?piu|niet (?:meer|langer)|ja nao|nao (?:\w+ )?mais|inte langre|ikke (?:lenger|laengere|laenger|langere|langer)|(?:juz|wiecej) nie|nie \w+ juz|ei \w+ enaa|ei ole (?:enaa )?(?:olemassa|kaytossa)|uz n\w+|mar nem|nem letezik|nu mai|nu exista|artik|больше не|не существует|δεν υπαρχει|dimission\w*|stillgelegt|geschlossen|abgeschaltet|ferme\w*|supprime\w*|cerrad\w|eliminad\w|chius\w|cancellat\w|gesloten|opgeheven|verwijderd|encerrad\w|stangt?s?|stangd|nedlag\w*|lukket|nedlagt|slettet|zamkniet\w+|usuniet\w+|zrusen\w*|taynna|megtelt|plina|dolu|dolmus|переполнен|полон|nieaktywn\w+)\b"
)
_OURS = re.compile(
    r"\b(?:i(?! (?:brug|bruk|drift|anv\w*|system\w*|org\w*|virksom\w*|dom\w*|server\w*|use)\b)|my|our|ours|mine|me|im|ive|were having|he|she|his|her|unser\w*|mein\w*|ich|mon|ma|mes|notre|nos|je|mi|mis|nuestr\w+|mio|mia|nostr\w+|mijn|onze|ik|meu|minha|noss\w+|moj\w*|nasz\w*|min|mitt|vores|vare|"
    r"pallets?|goods|parcels?|trucks?|warehouse|carriers?|shipments?|customers?|drivers?|fahrer|orders?|invoices?|samples?|spare parts?|machine\w*|system|attachment|file|paket\w*|ware|lieferung\w*|palette\w*|colis|marchandises?|mercanc\w+|paquete\w*|pedido\w*|merce|pacc\w+|pakket\w*|zending\w*|encomenda\w*|"
    r"monday|tuesday|wednesday|thursday|friday|yesterday|last (?:week|month)|gestern|hier|ayer|ieri|gisteren|ontem)\b"
)
_THIS = re.compile(
    r"\b(?:this|diese|dieser|dieses|det|cette|ce|esta|este|questa|questo|dit|deze|este|ten|ta|to|denna|denne|dette|den har|det har|tama|ez az?|aceasta|acest|bu|этот|αυτη η) (?:e ?mail |mail |account |e |de (?:e ?mail|correo) )?(?:mailbox|inbox|account|address|user|postfach|adresse|e ?mail ?adresse|mailadresse|konto|boite|direccion|cuenta|casella|indirizzo|adres|e ?mailadres|mailadres|endereco|conta|caixa|casella|skrzynka|schranka|adress\w*|postadress\w*|epostadress\w*|mailadress\w*|emailadress\w*|mail ?boks|postkasse|postboks|osoite|sahkopostiosoite|sahkoposti|emailcim|cim|adresa|adres|e ?posta|адрес|ящик|διευθυνση|konto(?:t|et|en)?|cuenta|compte|account|indirizzo|endereco|person|user)\b"
)
_MAILBOX = re.compile(
    r"\b(?:cuenta de correo|direccion de correo|direccion de e ?mail|adresse (?:de )?(?:e ?mail|mail|courriel|electronique|messagerie)|(?:e ?mail|mail) address|e ?mail ?adresse|mailadresse|indirizzo (?:e ?mail|mail|di posta)|e ?mail ?adres|mailadres|endereco de (?:e ?mail|correio)|caixa (?:de correio|postal|de entrada)|adres (?:e ?mail|mailowy)|skrzynk\w+|epostadress\w*|mailbox|postfach|boite (?:mail|e ?mail|aux lettres|de reception)|buzon|casella|postvak|inkorg\w*|brevlada\w*|postkasse\w*|postilaatikko|sahkopostiosoite|postafiok\w*|casuta (?:postala|de (?:e ?mail|mesaje|posta))|posta kutusu|почтовыи ящик|email cim|e ?mail account|mail ?account|emailkonto|mailkonto|konto poczt\w+|compte (?:de )?(?:messagerie|mail|e ?mail)|user s? ?mailbox)\b"
)
_MACHINES_OURS = re.compile(
    r"\b(?:(?:blocked|prohibited|forbidden|disallowed|unsupported|dangerous|contained|contains|with|an?) ){1,2}(?:\w+ )?(?:file types?|files?|attachments?)\b(?: (?:that|which|type))?|"
    r"\b(?:our|unser\w*|notre|nuestr\w|nostr\w|ons|onze|noss\w|nasz\w*|var|vores|vare) (?:\w+ ){0,2}?(?:security|sicherheits\w*|spam\w*|content|inhalts\w*|mail\w*|e ?mail\w*|anti\w*|server\w*|polic\w+|politi\w+|richtlinien|filters?|filtre|filtro|gateway|directory|records|domain\w*|network|company|organi[sz]ation|firm|systems?|contact form|website|support|team|office|switchboard|beleid|passerelle|serveur|servidor)\b(?:(?: \w+)? (?:polic\w+|filters?|servers?|gateway|systems?|rules|guidelines))?"
    r"|\b(?:e ?mail|mail|recipients?|recipient s|empfangers|e mail) systems?\b|\bsystem des\b|\b(?:his|her|their) (?:e ?mails?|mails?|mailbox|inbox|address|account|e ?mail address)\b"
)
_YOUR_MESSAGE = re.compile(
    r"\b(?:your|this|the|ihre?r?|die|diese|votre|ce|cet|su|tu|este|il suo|la sua|questo|questa|uw|je|dit|a sua|sua|seu|panstwa|ditt|din|dit|teidan|vas|vase|az on) (?:\w+ ){0,2}?(?:message|e ?mail|mail|nachricht|courriel|mensaje|correo|messaggio|bericht|mensagem|wiadomosc|zprava|meddelande|mejl|besked|melding|viesti\w*|uzenet\w*|mesaj\w*)(?: (?!will |wird |sera |could |if |when )\S+){0,9}? (?:was|is|has|been|wurde|wird|worden|ete|est|sido|fue|stato|stata|werd|is|foi|foram|zostala|byla|har|ble|blev|blivit|had)\b"
)
_THING_SENT = re.compile(
    r"(?<!@)\b(?:pdf|zip|excel|xlsx?|links?|decks?|slides|docs?|documents?|proposal|presentation|brochure|calendar|portal|app|anhang|attachments? again|piece|allegato|piece jointe|adjunto|bijlage)\b"
)
_NAMED = re.compile(
    r"@link (?:is|has|was|ist|wurde|est|a|ha|es|esta|e|foi|zostal|ar|er|on|no|nicht)\b|\byou(?:ve| have)? (?:have )?(?:just )?(?:reached|written to|wrote to|contacted|e ?mailed|mailed|tried|are writing to)\b|\b(?:recipient|empfanger|destinataire|destinatari[oa]|ontvanger|odbiorca|mottagaren|modtageren)\b"
)
_SERVER = re.compile(
    r"\b(?:servers?|servidor|serveur|serverze|palvelin\w*|smtp|(?:this|that) (?:site|host|domain|organi[sz]ation))\b"
)
_TERSE = re.compile(
    r"(?:the|this|that|an?|der|die|das|le|la|les|el|il|lo|l|de|het|o|den|det|bad|destination|remote|delivery|for|to|of|on|at|here|server|fue|n|ne|longer|more|used|any|anymore|anvands|langre|lenger|langere|bruges|brukes|mere|mer|plus|piu|meer|mehr|ya|gia|juz|due|policy|name|by|mail|e|your|is|was|has|been|be|could|est|ist|es|esta|e|er|ar|on|ete|foi|sido|stata?|permanent|permanently|destination|part|subsystem|subsystems|system)"
)
_TERSE_STATE = re.compile(
    r"(?:bad|pas|nem|ei|valid|valida|valido|valide|unreachable|gultig|geldig|unknown|disabled|closed|full|rejected|refused|denied|inactive|expired|invalid|suspended|failed|failure|error|undeliverable|bounced|blocked|over|limit|quota|exceeded|exist|exists|existent|non|not|no|such|found|unavailable|deactivated|nonexistent|returned|does|doesnt|dead|obsolete|terminated|deleted|inesistente|chei[ao]|pien[ao]|llen[oa]|vol|voll|pleine?|plein|lukket|stangt|full|fuld|pelna|encontrado|nao|inconnue?|desconocid[oa]|sconosciut[oa]|onbekend|unbekannt|nieznan[ya]|okand|ukendt|ukjent|gesloten|cerrad[oa]|chius[oa]|ferme|fermee|geschlossen|deaktiviert|disattivat[oa]|desactivad[oa]|desativad[oa]|invalide|invalid[oa]|ungultig|ongeldig|geblokkeerd|gesperrt|existiert|existe|esiste|bestaat|nicht|niet|nie|istnieje|finns|findes|finnes|inte|ikke|trouve|introuvable|trovat[oa]|encontrad[oa]|gefunden|gevonden|fallid[oa]|fallit[oa]|echec|falha|fehlgeschlagen|mislukt)"
)

_NEGATIONS = frozenset(
    "no not non nao nicht niet nie inte ikke pas nem ei does doesnt such".split()
)


def _spoken(sentence: str) -> bool:
    """Is it somebody's talk of a message, rather than a server's report?"""
    return bool(_THING_SENT.search(sentence) or TALKING.search(sentence))


def reported(wording: Wording) -> tuple[int, int] | None:
    """Say which half-open range of the raw text is a server's report; ``None`` for none."""
    folded = level(wording.raw)
    found = _CODE.search(folded)
    if found:
        return found.span()
    text = wording.text
    for found in _SAID.finditer(folded):
        if not _spoken(_around(folded, *found.span())):
            return found.span()
    brief = len(wording.raw) <= _BRIEF
    for sentence in _SENTENCE.finditer(text):
        span = _failure(text, *sentence.span(), brief=brief)
        if span:
            return wording.span(*span)
    gone = closed_or_left(text)
    return wording.span(*gone) if gone else None


def _around(folded: str, start: int, end: int) -> str:
    """The line that a phrase stands in, cut to what can bear on it."""
    first = max(folded.rfind("\n", 0, start), folded.rfind(". ", 0, start), start - 120) + 1
    last = folded.find("\n", end)
    return folded[first : min(last if last >= 0 else len(folded), end + 120)]


def _failure(text: str, start: int, end: int, *, brief: bool) -> tuple[int, int] | None:
    """Read a sentence, window by window."""
    words = list(_WORD.finditer(text, start, end))
    addressed = "@link" in text[max(0, start - 200) : end + 200]
    for at in range(0, max(1, len(words) - _WIDTH + _STEP), _STEP):
        some = [word.group() for word in words[at : at + _WIDTH]]
        if not some:
            continue
        span = words[at].start(), words[min(at + _WIDTH, len(words)) - 1].end()
        piece = _MACHINES_OURS.sub(" ", text[slice(*span)])
        if _OURS.search(piece) or TALKING.search(piece):
            continue
        if not _RETURNED.isdisjoint(some) and _YOUR_MESSAGE.search(piece):
            return span
        if _THING_SENT.search(piece):
            continue
        if _undelivered(some, addressed=addressed or brief) or _gone(
            some, piece, addressed=addressed or _SERVER.search(piece) is not None
        ):
            return span
    if end - start <= _BRIEFEST and len(text) <= _BRIEFEST and _only_state(text):
        return start, end
    return None


def _undelivered(some: list[str], *, addressed: bool) -> bool:
    """A message, delivering, and failure; whose message or which recipient must be named."""
    message = not _MESSAGE.isdisjoint(some)
    recipient = any(map(_RECIPIENT.fullmatch, some))
    if not (message or recipient) or not any(map(_FAILED.fullmatch, some)):
        return False
    returned = "will" not in some and not _RETURNED.isdisjoint(some)
    addressed = addressed or not _SERVERS.isdisjoint(some)
    if returned and recipient and not _FILTERS.isdisjoint(some):
        return True
    if returned and message and (addressed or recipient or any(map(_ENTITY.fullmatch, some))):
        return True
    if any(map(_DELIVER.fullmatch, some)):
        return (message and (addressed or not _YOURS.isdisjoint(some))) or recipient
    if recipient and not _SERVERS.isdisjoint(some) and any(map(_REACH.fullmatch, some)):
        return True
    return recipient and message and any(map(_REACH.fullmatch, some))


def _gone(some: list[str], piece: str, *, addressed: bool) -> bool:
    """A recipient, a mailbox or an address that is unknown, full or no longer there."""
    if not any(map(_ENTITY.fullmatch, some)):
        return False
    if not _STATE.search(piece):
        return _SHUT.search(piece) is not None and (
            _THIS.search(piece) is not None
            or _MAILBOX.search(piece) is not None
            or _NAMED.search(piece) is not None
        )
    return (
        addressed
        or _NAMED.search(piece) is not None
        or any(map(_RECIPIENT.fullmatch, some))
        or not _MESSAGE.isdisjoint(some)
        or _THIS.search(piece) is not None
        or _MAILBOX.search(piece) is not None
    )


def _only_state(text: str) -> bool:
    """A recipient, a message or a delivery, what became of it, and not a word more."""
    words = [word.strip(".,") for word in text.split() if word.strip(".,")]
    about = [
        bool(_ENTITY.fullmatch(word) or word in _MESSAGE or _DELIVER.fullmatch(word))
        for word in words
    ]
    became = [_TERSE_STATE.fullmatch(word) is not None for word in words]
    if not any(state and word not in _NEGATIONS for word, state in zip(words, became, strict=True)):
        return False
    rest = zip(words, about, became, strict=True)
    return (
        any(about)
        and any(became)
        and all(known or state or _TERSE.fullmatch(word) for word, known, state in rest)
    )
