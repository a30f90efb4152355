"""Replies, bounces and ordinary mail for bench_replies: templates times variations.

The development half and the held-out half share no template. Addresses are of the
example domains of RFC 2606.
"""

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass

FOOTER = "If you would rather not hear from me, reply STOP and I will not write to you again."
ORIGINAL = f"Hi {{name}},\nI saw that you opened a second dock. Is unloading the bottleneck?\nAnna\n\n{FOOTER}"


@dataclass(frozen=True)
class Case:
    """One labelled text."""

    label: str
    text: str
    origin: str


SLOTS = {
    "name": "Anna|Ben|Carla|Dr. Weber|Ms Lee|there|Team".split("|"),
    "me": "Bob Miller|Jana Novak|P. Rossi|Lena|Tom de Vries".split("|"),
    "co": "Acme Logistics|Nordwind GmbH|Rossi SpA|Van Dam BV|Blue Dock Ltd".split("|"),
    "thing": "dock scheduling|your scanner|the pallet tool|yard software|route planning".split("|"),
    "day": "Monday|Tuesday|Thursday|Friday".split("|"),
    "month": "January|February|March|April|June|September".split("|"),
    "num": "3|4|12|25|40|150".split("|"),
    "addr": "info@example.com|b.miller@example.org|office@example.net".split("|"),
}

OPT_OUT = {
    "dev": """stop|STOP|Stop.|stop please|Please stop|unsubscribe|Unsubscribe me|Please unsubscribe me from this list.|unsubcribe|Unsuscribe please
remove me|Remove me from your list|please remove me from your mailing list|Pls remove|Take me off your list.|Take us off your list please|Please take me off this mailing list, thanks.|Kindly remove my email address from your database.
Remove {addr} from your records.|Do not contact me again.|Don't contact me again|Please do not contact us again|dont email me again|Don't email me anymore.|Never contact me again.|Do not write to me again.|No further emails please.|No further emails.|No more emails please|no more mails
Not interested, please don't write again.|Not interested. Please remove me from your list.|We are not interested, please take us off your list.|Stop emailing me.|Stop sending me emails|Please stop contacting me.|Stop spamming me!|Leave me alone.|I want to unsubscribe.|How do I unsubscribe?|opt out|Please opt me out.|I would like to opt out of these emails.
Please delete my data under the GDPR.|I request erasure of my personal data under Article 17 GDPR.|I object to the processing of my data for marketing.|I withdraw my consent.|I don't want to receive any more emails from you.|I no longer wish to receive these emails.|I do not wish to be contacted.|We don't want to hear from you again.
Bitte keine weiteren E-Mails.|Bitte nehmen Sie mich aus Ihrem Verteiler.|Bitte melden Sie mich ab.|Abmelden|Kein Interesse, bitte nicht mehr schreiben.|Bitte löschen Sie meine Daten.|Kontaktieren Sie mich bitte nicht mehr.|Bitte streichen Sie uns von der Liste.
Merci de me désinscrire.|Désinscription|Ne m'écrivez plus.|Veuillez me retirer de votre liste.|Je ne veux plus recevoir vos mails.|Supprimez mon adresse de votre base.|Merci de ne plus me contacter.
Por favor, no me escriban más.|Deme de baja de su lista.|No quiero recibir más correos.|Borre mis datos, por favor.|BAJA
Non scrivetemi più.|Cancellatemi dalla vostra lista.|Non desidero ricevere altre email.|Vi prego di rimuovere il mio indirizzo.
Graag uitschrijven.|Verwijder mij van jullie lijst.|Stuur mij geen e-mails meer.|Wilt u mij uit uw bestand verwijderen?|Niet meer mailen a.u.b.
Por favor remova-me da lista.|Não me envie mais emails.|Não quero receber mais mensagens.|Descadastrar
S T O P means stop. Stop.|Stop!!!|STOP STOP STOP|STOP - {me}|Hi {name}, STOP. {me}|Please can you stop?|UNSUBSCRIBE|unsubscirbe|Please unsubscribe {addr}|unsubscribe please, thanks|I'd like to be unsubscribed.|Can you please unsubscribe us?|Kindly unsubscribe our company.
Delete me from your database|Please erase my details from your system.|Could you take my name off your list?|Would you mind taking us off your mailing list?|Get me off this list|Please exclude us from future mailings.|I want off this list.|I'd appreciate it if you removed me from your list.|Can you remove me pls|remove my adress from your list please|Please remvoe me from your list|Strike me from your list.|Scrub us from your CRM please.|We would like to be removed from your mailing list.|Please ensure I am removed from your contact list.
Please don't reach out again.|Do not get in touch again|Please do not follow up any further.|Don't message me again|Never write to this address again.|Please refrain from contacting us in the future.|Please cease all contact.|Kindly desist from sending further messages.|Do not send me any more of these.|Please don't send me anything else.|Don't ever email me again|You are not to contact us again.|I must ask you not to contact me again.|Please do not email this address.|No more messages.|No more of this, please stop.|No further contact please.|No further correspondence is desired.|No follow-ups please.
Thanks but no thanks, and please don't contact me again.|We have no need for {thing}. Please do not write again.|Not for us. Take us off.|Please quit emailing me|Quit spamming us.|Enough with the emails.|Cut out the emails|I've asked you twice to stop.|This is the third time I ask you to stop emailing.|I never signed up for this.|I did not subscribe to this. Remove me.|Opt-out|Please opt us out of any future communication.|Add us to your do-not-contact list.|Put {co} on your suppression list, please.|Please block my address in your system so I don't get these.|I have marked this as spam.|This is spam, I am reporting it.|Go away.|Piss off|Bugger off and don't mail again|Lose my email address.
I am exercising my right to be forgotten.|Please treat this as a formal request under GDPR to delete all data you hold on me.|Under article 21 GDPR I object to direct marketing.|Delete all my personal information immediately.|I revoke my consent to be contacted.|I do not consent to receiving marketing.|Where did you get my address? Delete it and do not contact me again.|We do not accept unsolicited sales emails.|I don't want these emails.|I'd prefer not to be contacted again.|We'd rather you didn't email us.|We have no wish to be contacted further.|I do not want to be on your list.|Please discontinue these emails.|Please end this email sequence, I'm not interested in hearing from you.|Your unsubscribe link does not work, please remove me.
Bitte tragen Sie mich aus.|Nehmen Sie uns bitte von der Liste.|Bitte schreiben Sie uns nicht mehr an.|Ich wünsche keine weitere Kontaktaufnahme.|Ich möchte keine Werbung mehr von Ihnen.|Lassen Sie mich bitte in Ruhe.|Hiermit widerspreche ich der Nutzung meiner Daten zu Werbezwecken.|Bitte entfernen Sie meine E-Mail-Adresse aus Ihrer Datenbank.|Unterlassen Sie bitte weitere Mails.|Wir möchten nicht mehr kontaktiert werden.|Hören Sie auf, mir zu schreiben!|Loeschen Sie bitte meine Adresse.|Keine Mails mehr bitte!|Bitte aus dem Verteiler löschen.|Bitte abmelden, danke.
Désabonnez-moi SVP.|Veuillez supprimer mes coordonnées de vos fichiers.|Arrêtez de m'envoyer des messages.|Je souhaite être retiré de votre liste de diffusion.|Cessez de nous contacter.|Je ne souhaite plus être contacté.|Plus de mails svp.|Nous ne souhaitons pas être démarchés.|Merci de ne plus nous envoyer de messages.|Enlevez-moi de la liste|Laissez-nous tranquilles.
No vuelvan a contactarme.|Quiero darme de baja.|Dejen de enviarme correos.|Elimíneme de su base de datos.|Les ruego que no me envíen más mensajes.|Quítenme de la lista.|No deseo recibir más información.|Por favor, den de baja este correo.
Toglietemi dalla lista per favore.|Basta mail!|Non voglio più ricevere le vostre mail.|Smettetela di scrivermi.|Per favore cancellate i miei dati.|Non contattatemi più.|Desidero essere cancellato dalla lista.
Haal mij van de lijst.|Ik wil geen mails meer ontvangen.|Stop met mailen.|Gelieve mij niet meer te contacteren.|Schrijf mij uit.|Verwijder mijn gegevens.|Neem geen contact meer op.
Parem de me enviar emails.|Não me contatem mais.|Retire meu email da lista.|Quero cancelar a inscrição.|Exclua meus dados, por favor.|Não desejo ser contactado.
Stop it.|Just stop.|Ok stop|No. Stop.|Stop, please|unsubscribe.|Unsubcribe!|Unsubscribe all|please unsubscribe our domain|Pls unsubscribe me asap|I have tried to unsubscribe twice.|Where can I unsubscribe?|How can I get off this list?
Not interested, remove me.|Not interested, please remove.|No thank you. Please remove us from your list.|No thanks - take me off your list|Thanks but please take our address off your mailing list.|Please drop me from your email list.|Please remove my name from your contacts.|Delete my email address please.|Delete us from your contact database.|You can remove me from your list.|I am not the right contact, please remove me from your outreach.|{me} no longer works here, please remove this address from your list.|Please remove {co} from your prospecting list.|Remove this contact.|Please have our details deleted.|Please take {addr} off your distribution list.|Would you please be so kind as to delete my address?
Please do not contact me any more.|Please don't contact me about this again.|Do not contact this company again.|Kindly do not email us again.|Please do not send any more emails.|Don't send me emails.|please do not send me further emails about {thing}|Never send me anything like this again.|Don't write me anymore.|Pls dont contact again|We ask that you do not contact us again.|I would ask you to refrain from emailing me.|I kindly ask you to stop contacting me.|I'm telling you to stop emailing our staff.|You must stop sending these.|Please, no more emails.|No more emails, thank you.|No more cold emails please.|no further messages|No further communication please.|Please make no further contact.
Please stop with the emails.|Please stop this spam.|Stop sending me your newsletter.|Stop writing me|stop mailing us|Stop bothering me!!|Stop harassing us|Will you please stop emailing me?|I'm tired of your emails.|Leave us alone please.|Just leave me alone.|Get lost.|F*** off|Fuck off and never write again.|Spam!|Reported as spam.|I'm blocking you.|I will report you for spam if you write again.|I don't want your emails.|I do not want to receive your emails.|I don't want to hear from you.|We do not want any further contact.|I wish to receive no further emails.|We prefer not to receive such emails.|We'd like to opt out.|Opt me out.|OPT OUT|I opt out.
I never asked for these emails.|I never gave consent to be emailed.|We never subscribed to this.|I did not give you permission to email me.|I demand that you delete my data.|Please erase all personal data you hold about me.|I invoke my right to erasure.|This is a GDPR deletion request.|Pursuant to Art. 17 GDPR, please delete my personal data.|I object to the use of my data for direct marketing.|I hereby revoke my consent.|Put me on your do not contact list.|Please add {addr} to your opt-out list.|Cease and desist.|Please cease contacting us.|Cancel my subscription.
Nicht mehr schreiben!|Bitte nicht mehr anrufen oder schreiben.|Bitte löschen Sie mich aus Ihrem Verteiler.|Ich möchte nicht mehr kontaktiert werden.|Bitte senden Sie mir keine weiteren E-Mails.|Bitte schicken Sie uns nichts mehr.|Streichen Sie mich von Ihrer Liste.|Wir haben kein Interesse, bitte keine weiteren Anfragen.|Ich bitte um Löschung meiner Daten.|Bitte um Austragung.|Nehmt mich bitte aus dem Verteiler.|Ich will keine E-Mails mehr von Ihnen bekommen.|Bitte mich abmelden.
Désinscrivez-moi de votre liste.|Je veux me désinscrire.|Merci de supprimer mon adresse.|Ne m'envoyez plus de mails.|Ne nous contactez plus jamais.|Merci d'arrêter de m'envoyer des mails.|Veuillez effacer mes données.|Je ne souhaite pas être contacté.|Plus de messages merci.
No me escriba más.|No me envíen más correos.|Quiero que borren mis datos.|Por favor eliminen mi correo de su lista.|Deje de enviarme mensajes.|Solicito la baja.|No nos contacten más por favor.|Dar de baja
Rimuovetemi dalla mailing list.|Vorrei essere rimosso.|Non inviatemi più email.|Cancellate il mio indirizzo.|Smettete di scrivermi.|Non voglio essere contattato.
Schrijf mij uit aub.|Ik wil mij uitschrijven.|Mail mij niet meer.|Graag geen mails meer.|Verwijder mijn adres uit uw bestand.|Stop met het sturen van mails.
Me tire da lista.|Não envie mais emails.|Parem de me contatar.|Quero ser removido da lista.|Apague os meus dados.""",
    "held": """stop already|Please stop this.|STOP!! {me}|Hello {name}. Stop. Thanks.|unsubscribe me now|UNSUBSCRIBE ME|Kindly unsubscribe.|unsubscribe from this list|I'd like to unsubscribe from your emails|Is there a way to unsubscribe?
Remove please|Please remove us.|Remove me at once.|I asked to be removed from this list last month.|Please see that I am taken off your list.|Take {co} off your list.|We ask to be deleted from your mailing list.|Please get my address out of your system.|Could somebody please delete my contact details?|Remove my info|Remove this email from your mailing.|Please delete this address from your records|Can I be removed from this?|Strike my name from your contact list.|Kindly exclude my email from your campaigns.|Please leave us off your list in future.|Please cross me off your list|{me} has retired, please delete this contact from your list.
Do not mail me again.|Do not email me in the future.|Please do not bother us again.|Please do not write me any more emails.|Please never contact us again.|I'd ask you not to write to me again.|don't reach out to me again|Don't ping me again.|Do not follow up with me again.|Do not approach us again about {thing}.|We would appreciate it if you did not contact us again.|No further contact, please.|No more outreach please.|No more newsletters please.|Please send no more emails.|Please send me no further mail.|Stop contacting our company.|Stop the emails|Stop the spam.|Quit emailing me.|Please stop writing to us.|Please stop your emails.|Kindly stop sending emails to this address.|Stop sending these emails to {addr}.
Please respect that I do not want to be contacted.|I'm not interested and do not wish to receive further messages.|We are not interested in receiving emails from you.|I don't want any more messages.|I don't wish to be on your mailing list.|I would prefer not to receive these.|We don't want your newsletters.|I have no interest in receiving your emails, remove me.|You don't have my permission to email me.|I never opted in.|I did not sign up for your emails.|This is unsolicited, please stop.|Marked as spam.|I consider this harassment.|Next mail and I report you to the authorities for spam.|Blocked and reported as spam.|Blacklist our domain please.|Please add our domain to your suppression list.|Please erase my data.|Please delete all information about me.|Delete everything you have on me.|Under the GDPR I request the deletion of my data.|I want my data erased.|I want to exercise my right to object.|Withdraw my consent please.
Bitte entfernen Sie mich.|Bitte nehmen Sie meine Adresse aus Ihrer Liste.|Ich möchte aus dem Verteiler gelöscht werden.|Bitte löschen Sie uns.|Keine weiteren Mails bitte.|Bitte kontaktieren Sie uns nicht wieder.|Bitte unterlassen Sie weitere Kontaktversuche.|Ich möchte nichts mehr von Ihnen hören.|Hören Sie auf zu schreiben.|Wir wünschen keine weiteren E-Mails.|Schreiben Sie mir nie wieder.
Merci de me retirer de votre fichier.|Supprimez-moi de votre base de données.|Veuillez cesser vos envois.|Je me désabonne.|Je ne veux plus de vos mails.|N'écrivez plus.|Merci de ne plus nous solliciter.|Retirez mon adresse svp.
Por favor, retírenme de su lista.|No me manden más emails.|No quiero que me contacten más.|Borren mi correo.|Basta de correos.|Denme de baja por favor.
Per favore non scrivetemi più.|Eliminate il mio indirizzo dal vostro database.|Chiedo la cancellazione dei miei dati.|Non mandatemi altre mail.|Voglio essere cancellato.
Ik wil van de lijst af.|Gelieve mij uit te schrijven.|Ik wens geen mails meer te ontvangen.|Haal mijn adres uit jullie bestand.|Niet meer contacteren.
Favor remover meu e-mail.|Não quero receber seus emails.|Por favor, não me contactem mais.|Pare de me mandar mensagens.""",
}

ORDINARY = {
    "dev": """positive:Sounds good, let's talk on {day}.|positive:Yes, we'd be interested in {thing}. Please send details.|positive:Happy to meet next {day}, works for me.|positive:Interesting, tell me more.|positive:We want to stop using spreadsheets, so this is good timing.
question:What does {thing} cost?|question:Can you send me the price for {num} docks?|question:Do you integrate with SAP?|question:How many customers do you have in Germany?|question:How does your tool handle an unsubscribe request?|question:Is your product GDPR compliant?
negative:Not interested.|negative:No thanks, we already have a supplier for {thing}.|negative:We don't have the budget this year.|negative:Too expensive for us.|negative:We're happy with our current solution.|negative:I'm the wrong person for {thing}.
neutral:Thanks, forwarded to our COO.|neutral:Not now, maybe in {month}.|neutral:Please contact me again in {month}.|neutral:We will remove the old docks in {month}.|neutral:Our unsubscribe rate went up to {num}% last quarter.|neutral:Received, I'll look at it on {day}.|neutral:The carrier could not deliver the pallets on {day}.|neutral:I was out of office last week.|neutral:Please remove line {num} from the quote.|neutral:Don't call before 9, I'm in the warehouse.|neutral:We stop loading at 5 pm on {day}.
neutral:Danke, ich leite es weiter.|positive:Klingt interessant, schicken Sie mir bitte mehr Informationen.|negative:Kein Interesse.|negative:Merci, nous avons déjà un fournisseur.|question:Combien ça coûte?|positive:Me interesa, llámeme el lunes.|negative:Non ci interessa, grazie.|question:Wat kost {thing}?|negative:Não temos interesse.
positive:Great timing, could do a call on {day}.|positive:I'd love to learn more about {thing}.|positive:Sure, book a slot for {day}.|positive:Count us in for the pilot with {num} docks.|positive:Please go ahead and send the proposal.|positive:Our team asked us to stop sending paper lists, so I'm interested.|positive:Let's set up a demo with our yard manager.
question:Which ERP systems do you support?|question:Could you clarify how the trial works?|question:Is there a limit of {num} users?|question:Can we remove users from the system ourselves?|question:Do you delete customer data after the contract ends?|question:Can drivers opt out of text messages?|question:Who else in our sector uses it?|question:Would it stop trucks from queueing?
negative:We'll pass, thanks.|negative:This isn't a priority for {co} right now.|negative:We built our own tool in-house.|negative:We just signed with another vendor until {month}.|negative:No need at the moment, all good here.|negative:Sadly there is no budget for {thing}.|negative:I don't think this is a fit.
neutral:I've passed this on to {me}.|neutral:Let me check internally and get back to you.|neutral:Ping me after the summer.|neutral:Try again next quarter, we are busy with the move.|neutral:{me} left the company, please write to {addr} from now on.|neutral:Please don't send the contract before {day}, legal is still reviewing.|neutral:We take old pallets off the line every {day}.|neutral:Please take me through it when we meet.|neutral:Customers often unsubscribe when the truck is late.|neutral:The old label printer will be deleted from the system in {month}.|neutral:We no longer receive paper invoices.|neutral:Do not contact the warehouse directly, please go through me.|neutral:Our emails to the plant bounced last week, the server was down.|neutral:The delivery to dock {num} failed twice in {month}.|neutral:Our mail server was down on {day}, sorry for the delay.|neutral:I'm back from vacation and catching up.|neutral:Please drop the {num} EUR setup fee and take the training out of the quote.|neutral:There is no more space on the yard.|neutral:No further comments from my side.|neutral:We had to stop the rollout in {month}.|neutral:Please stop by when you are in town on {day}.|neutral:Never mind the earlier note, it is sorted.|neutral:Please don't forget the attachment.|neutral:We cancelled the subscription for the old yard tool.
neutral:Bitte melden Sie sich im {month} wieder.|neutral:Wir haben keine weiteren Fragen.|positive:Gerne können wir am Dienstag telefonieren.|negative:Leider haben wir keinen Bedarf.|negative:Nous n'avons pas besoin de cela pour le moment.|neutral:Je transmets à mon collègue.|question:¿Cuánto cuesta para {num} muelles?|negative:No tenemos presupuesto.|neutral:Ho inoltrato la mail al responsabile.|negative:We hebben al een leverancier.|neutral:Ik kom er volgende maand op terug.|positive:Parece interessante, me envie mais detalhes.
positive:Good to hear from you, let's meet in {month}.|positive:This looks really useful, can't wait to see the demo.|positive:Yes please, send over the brochure.|positive:We are looking for exactly this kind of {thing}.|positive:Please call me on {day} afternoon.|positive:I would welcome a short call.|positive:Happy to stop by your booth and talk.|positive:Let's find a time for {num} people to join.
question:How long does the rollout take?|question:Do drivers need an app?|question:What happens to our data if we leave?|question:Can users unsubscribe from the alerts themselves?|question:Where is the data stored?|question:Is it possible to remove a dock later?|question:Does it send e-mails to carriers automatically?|question:Could you explain how opt-out works for drivers?|question:Why did you write to us?|question:Will it stop sending alerts at night?
negative:Thank you, but we already use another tool.|negative:We decided to go with another provider.|negative:There is no need for this at {co}.|negative:The price is too high, we cannot afford it.|negative:This is not relevant for our business.|negative:We do not need {thing}.|negative:Not for us, sorry.|negative:We are fine with what we have.
neutral:I have forwarded your message to purchasing.|neutral:Please get in touch again after the summer.|neutral:We're in the middle of a move, come back in {month}.|neutral:Call me back in two weeks, not before.|neutral:Noted, thanks.|neutral:Please delete my previous message, wrong attachment.|neutral:Take the old price list out of the offer.|neutral:Please remove dock {num} from the plan.|neutral:The newsletter you sent was read by the whole team.|neutral:We stopped using the old scanner in {month}.|neutral:Our policy: trucks must not contact the dock team directly.|neutral:Don't worry about the delay.|neutral:Please don't contact {me}, she is on another project; write to me.|neutral:We get too many emails from carriers every day.|neutral:The warehouse stops receiving at 4 pm.|neutral:No more trucks after {day} please.|neutral:The message about dock {num} never reached the driver.|neutral:Our old mailbox was full, now it is fine.|neutral:The parcel was not delivered to the right address.|neutral:I was on leave, back now.|neutral:I will be at the trade fair on {day}.|neutral:Our office moved to a new address.|neutral:Please update my address to {addr}.|neutral:Please remove the signature block from the PDF.|neutral:We want to reduce spam in our inbox, that is a different project.|neutral:{me} will take over from {day} on.|neutral:I deleted the old record and created a new one.|neutral:We have to end the meeting early on {day}.|neutral:Nothing further from our side.|neutral:Our customers complain that carriers never stop calling them.|neutral:We told the carrier to stop sending us two trucks at once.|neutral:I cannot be contacted by phone on {day}.|neutral:The contract ends in {month}.|neutral:Please do not share the quote with others.|neutral:Please don't send it to the old address, use {addr}.
neutral:Wir melden uns nächste Woche.|neutral:Bitte streichen Sie Position {num} aus dem Angebot.|neutral:Die Mail ging an die falsche Adresse, ich leite sie weiter.|neutral:Wir wollen keine Tabellen mehr nutzen.|negative:Wir haben derzeit keinen Bedarf.|positive:Sehr gerne, rufen Sie mich am Montag an.|neutral:Merci, je reviens vers vous.|neutral:Veuillez supprimer la ligne {num} du devis.|negative:Cela ne nous intéresse pas.|neutral:Gracias, lo reviso.|neutral:Por favor elimine la línea {num} de la oferta.|negative:No estamos interesados.|neutral:Grazie, ne parlo con il capo.|negative:Non siamo interessati.|neutral:Dank u, ik stuur het door.|negative:Wij hebben geen interesse.|neutral:Obrigado, vou ver com a equipa.""",
    "held": """positive:Sure, let's do it.|positive:Yes, {day} at 10 is good for us.|positive:I'm interested, please call.|positive:We would like a quote for {num} docks.|positive:Could be a good fit, happy to discuss.|positive:Please set up a call with {me}.|positive:I like the idea, send me an invite.|positive:Das klingt gut, lassen Sie uns telefonieren.
question:What is included in the price?|question:Do you offer a trial?|question:Can you remove duplicates automatically?|question:How is the data deleted when we cancel?|question:Are messages to drivers sent by email or text?|question:When could you start?|question:Is there an option to stop notifications on weekends?|question:Who are your other customers in logistics?|question:Wie lange dauert die Einführung?
negative:We are not interested at this point, thanks.|negative:This is not something we need.|negative:No, thank you.|negative:We have our own system.|negative:Our contract with another provider runs until {month}.|negative:It is out of our budget.|negative:I am not the right person for this.
neutral:I'll discuss it with {me} and reply next week.|neutral:Please write again in {month}.|neutral:Got it.|neutral:We are closing the site in {month}, so contact our head office.|neutral:Please remove {me} from the thread, he has left.|neutral:Please take the second option off the proposal.|neutral:We no longer use email for orders.|neutral:You can delete the draft I sent you.|neutral:The carriers keep calling us about slots.|neutral:We do not want to receive goods before 6 am.|neutral:Please don't forward this outside.|neutral:Please stop the trial on {day} and send the invoice.|neutral:Our customers get too many messages.|neutral:The system sends no more alerts after the update.|neutral:We are off on {day}.|neutral:I have been travelling, sorry for the late answer.|neutral:The mail to the carrier bounced, we will try the phone.|neutral:The goods were undeliverable because the dock was full.|neutral:Please block {day} morning for the visit.|neutral:I lost your number, please send it again.|neutral:We want to be on the list for the pilot.|neutral:Please add me to the list of attendees.|neutral:We removed the old database in {month}.|neutral:Could not open the attachment.|neutral:We plan to end the contract with the old vendor.|neutral:Please do not send drivers to gate {num}.|neutral:Never send trucks to the old address.|neutral:Our spam filter held your first mail, sorry.|neutral:Bitte senden Sie keine Lkw mehr zu Tor {num}.|neutral:Danke für die Nachricht, wir prüfen das.|neutral:Nous ne recevons plus de camions le {day}.|neutral:Ya no trabajamos con ese transportista.|neutral:Non riceviamo merce il {day}.|neutral:We ontvangen geen vrachtwagens op {day}.""",
}

AWAY = {
    "dev": """I am out of the office until 7 December. For urgent matters contact {addr}.|I'm on annual leave from 20 November to 4 December with limited access to email.|Thank you for your email. I am currently out of office and will return on 3 December 2026.|Automatic reply: I am away on vacation and will respond when I return on Monday, 7 December.|Vielen Dank für Ihre Nachricht. Ich bin bis 4. Januar im Urlaub. In dringenden Fällen wenden Sie sich an {addr}.|Ich bin derzeit nicht im Büro und ab dem 3. Januar wieder erreichbar.|Je suis absent jusqu'au 5 décembre. En cas d'urgence, contactez {addr}.|Estoy fuera de la oficina hasta el 10 de diciembre.|Sono in ferie fino al 12 dicembre.|Ik ben afwezig tot 8 december.|This is an automated response. Your ticket number {num} has been created.
Hello, thanks for your message. I will be on parental leave until 15 January 2027. {me} is covering for me.|OOO - back Dec 9. Urgent? {addr}|I'm travelling and have intermittent access to e-mail; expect a reply after 1 December.|Out of office: our office will be closed from 24 December to 2 January.|Please note that I am on sick leave. Your email will not be forwarded. For urgent requests write to {addr}.|I'm currently on holiday, returning Monday 30 November.|Guten Tag, ich befinde mich im Urlaub und bin ab 7. Dezember wieder im Büro.|Unser Büro ist vom 24.12. bis 6.1. geschlossen.|Bonjour, je suis en congés du 23 novembre au 4 décembre inclus.|Actuellement en déplacement, je serai de retour le 2 décembre.|Me encuentro de vacaciones. Volveré el 7 de diciembre.|Sarò fuori ufficio fino al 9 dicembre, per urgenze {addr}.|Ik ben met vakantie en op 14 december weer bereikbaar.|Estou de férias até 11 de dezembro. Assuntos urgentes: {addr}.|This mailbox is no longer monitored. Please use {addr}.
I am out of office this week and will be back on Monday, 30 November. Best, {me}|Thanks for reaching out! I'm on vacation from 21 November through 5 December.|Your message has been received. I am away until 9 December and will reply after that.|I will be out of the office starting 20.11.2026 and will not return until 04.12.2026.|I'm on maternity leave and will be back in June 2027. Please contact {me}.|Currently out of office with no access to email. Back on 1 December.|Auto-reply: we are closed for the holidays until 4 January.|Ich bin vom 23.11. bis 4.12. nicht im Büro. Ihre Nachricht wird nicht weitergeleitet.|Abwesenheitsnotiz: Ich bin ab Montag wieder da.|Je suis en vacances et de retour le 7 décembre.|Actualmente estoy de vacaciones hasta el 9 de diciembre.|Al momento sono fuori sede, rientro il 3 dicembre.|Momenteel ben ik niet op kantoor. Vanaf 2 december ben ik weer bereikbaar.|Estou ausente até 8 de dezembro, para assuntos urgentes contacte {addr}.""",
    "held": """I'm away from my desk until Thursday, 26 November. {me}|Hi, I am currently on PTO, back December 1st.|I am on a business trip with limited email access until 30 November.|Thank you for contacting us. Our office is closed until 4 January.|I will be out of office from Monday and return on 7 December.|Hallo, ich bin im Urlaub und lese meine Mails erst wieder ab dem 30.11.|Bonjour, je suis absente du bureau jusqu'au 1er décembre.|Hola, estoy de viaje y vuelvo el 2 de diciembre.|Sono assente fino al 4 dicembre.|Ik ben op vakantie tot en met 6 december.""",
}

AWAY_HEADERS = (
    "Auto-Submitted: auto-replied\nSubject: Automatic reply: dock",
    "Auto-Submitted: auto-generated (vacation)\nSubject: Re: dock",
    "X-Autoreply: yes\nSubject: Re: dock",
    "Precedence: auto_reply\nSubject: Out of Office Re: dock",
)

HISTORY = (
    "",
    "\n\nOn Mon, 16 Nov 2026 at 09:12, Anna Seller <anna@example.com> wrote:\n\n{quoted}",
    "\n\nOn Mon, Nov 16, 2026 at 9:12 AM Anna Seller <\nanna@example.com> wrote:\n{quoted}",
    "\n\nFrom: Anna Seller <anna@example.com>\nSent: Monday, November 16, 2026 9:12 AM\nTo: Bob <bob@example.org>\nSubject: dock\n\n{plain}",
    "\n\n-----Original Message-----\nFrom: Anna Seller\nSent: Monday, November 16, 2026\nTo: Bob\nSubject: dock\n\n{plain}",
    "\n\nAm Mo., 16. Nov. 2026 um 09:12 Uhr schrieb Anna Seller <anna@example.com>:\n\n{quoted}",
    "\n\nLe lun. 16 nov. 2026 à 09:12, Anna Seller <anna@example.com> a écrit :\n\n{quoted}",
    "\n\n________________________________\nVon: Anna Seller <anna@example.com>\nGesendet: Montag, 16. November 2026 09:12\nAn: Bob\nBetreff: dock\n\n{plain}",
)
OPENINGS = ("", "Hi {name},\n\n", "Hello {name}, ", "Dear {name},\n")
ENDINGS = (
    "",
    "\n\nBest regards,\n{me}\n{co}",
    "\n\nThanks,\n{me}",
    "\n{me}",
    "\n\n--\n{me}\n{co}\n+49 30 1234",
    "\n\nSent from my iPhone",
)


def fill(text: str, rng: random.Random) -> str:
    for slot, values in SLOTS.items():
        while "{" + slot + "}" in text:
            text = text.replace("{" + slot + "}", rng.choice(values), 1)
    return text


def dressed(core: str, rng: random.Random) -> str:
    """Put a greeting, a sign-off and quoted history around the words that matter."""
    plain = ORIGINAL
    quoted = "\n".join("> " + line for line in plain.split("\n"))
    history = rng.choice(HISTORY).replace("{quoted}", quoted).replace("{plain}", plain)
    return fill(rng.choice(OPENINGS) + core + rng.choice(ENDINGS) + history, rng)


def templates(text: str) -> list[str]:
    return [piece for line in text.split("\n") for piece in line.split("|")]


def replies(half: str, count: int, seed: int) -> Iterator[Case]:
    """Yield opt-outs and automatic replies in equal parts."""
    rng = random.Random(seed)
    for core in itertools.islice(itertools.cycle(templates(OPT_OUT[half])), count * 2 // 3):
        yield Case("opt-out", dressed(core, rng), core)
    for core in itertools.islice(itertools.cycle(templates(AWAY[half])), count - count * 2 // 3):
        if rng.random() < 0.3:
            header = f"From: {fill('{addr}', rng)}\nTo: anna@example.com\n{rng.choice(AWAY_HEADERS)}\nMIME-Version: 1.0\n\n"
            yield Case("out-of-office", header + fill(core, rng), core)
        else:
            yield Case("out-of-office", fill(core + rng.choice(ENDINGS[:4]), rng), core)


def ordinary(half: str, count: int, seed: int) -> Iterator[Case]:
    rng = random.Random(seed)
    for piece in itertools.islice(itertools.cycle(templates(ORDINARY[half])), count):
        label, _, core = piece.partition(":")
        yield Case(label, dressed(core, rng), core)
