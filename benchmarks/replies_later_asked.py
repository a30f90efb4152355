"""Requests to stop of the later rounds, for bench_replies.

Each text was written before anything was mended for its round, from what people and companies
answer to cold mail; what the first sight gave stands in bench_replies.
"|" and a line end stand between two texts, "\\n" is a line end in one and "¦" an upright line.
Addresses are of RFC 2606.
"""

ASKED = {
    8: r"""STOP|stop pls|Unsubscribe please|unsubscribe me!!!|REMOVE
Please unsubscribe.|Take me off this mailing list.|Please take us off your list, thank you.|Hi Anna, thanks for the note but please remove me from your list. Best, Tom|Not interested. Remove me.
No thanks, unsubscribe.|Can you please remove my email address from your database?|pls remove|remove me pls n thx|Kindly unsubscribe me from all future communication.
Hello, I would like to be removed from your mailing list. Thank you.|Please don't contact me again.|Do not email me again.|Don't contact us anymore please|We are not interested, please do not contact us again in the future.
STOP EMAILING ME|stop sending me emails|Stop spamming me.|Please stop.|I don't want your emails.
Who are you and how did you get my email address? Remove me immediately.|How did you get this address? I didn't sign up for anything. Please delete it.|I never subscribed to this. Unsubscribe.|This is spam. Reported.|Reported as spam.
I've marked this as spam. Please do not write again.|We don't accept unsolicited mail, lose my number.|lose this email address|Lose my contact details please|Please cease all communication with me and my company.
Cease and desist.|This is a formal cease and desist. Any further contact will be treated as harassment.|Under Article 21 GDPR I object to the processing of my personal data for direct marketing purposes.|Pursuant to Art. 17 GDPR, please erase all personal data you hold concerning me and confirm the erasure within one month.|I hereby withdraw any consent you believe you have to contact me.
Please provide a copy of all data you hold on me under Art. 15 GDPR and then delete it.|Under the CAN-SPAM Act you are required to honor this opt-out request within 10 business days.|Your email does not contain an unsubscribe link which is illegal. Remove me from your list.|There is no unsubscribe link in your mail. Please take me off.|You are violating CASL by emailing me without consent.
As a California resident I request that you delete my personal information.|I am on the TPS register and do not expect to receive calls from you.|Please add my address to your suppression list.|Put us on your do not contact list|Please blacklist this domain in your system.
Thanks but no thanks. Please take me off your list.|Thanks for reaching out, but this isn't relevant for us and I'd appreciate not receiving any follow-ups.|Appreciate the persistence but please stop following up.|We've got this covered. No need for further emails.|Thank you for your email. We are not looking for a new provider and would prefer not to receive further messages.
We have a supplier already and are very happy with them. Please don't follow up on this.|I'm going to pass. Please close the loop and don't reach out again.|Hi, I've already told you twice I am not interested. Please stop contacting me.|This is the third email. I have not replied because I'm not interested. Please stop.|4 emails in 2 weeks?? Take a hint.
Take the hint, I'm not going to reply.|Please respect my inbox and stop.|If I wanted your product I would have answered. Stop it.|I get 50 of these a day. Unsubscribe me.|fuck off
F*** off and stop emailing me|go away|Go away and leave us alone|piss off spammer|Get lost.
Bugger off!|Not interested, go away|leave me alone please|Leave my staff alone.|Please leave us in peace
dont email me|Dont ever email me again|DO NOT CONTACT ME AGAIN!!!!|do not send me anymore mails|Plz dont send mails any more
unsubsribe|Unsubscibe me|unsubscrive|usubscribe|UNSUBSCRIBE!!!!
Unsubsrcibe pleas|opt out|Opt-out please.|OPT OUT NOW|I want to opt out of your emails
I'd like to opt out from further emails|Please opt me out of any sequence you've got me in.|Please take me out of your automated sequence.|I assume this is an automated sequence - please remove me from it.|Can you take me off your cadence?
Please exclude our domain from your campaigns.|Please make sure that no one at acme.com gets emails from you.|Please refrain from contacting employees of our company.|Refrain from emailing me in future.|Please discontinue sending mail to this address.
Please cancel my subscription to whatever this is.|Cancel|Cancel subscription|end|END
quit|No more|No more emails please|no more mails pls|No further contact please.
No further communication is desired.|We do not wish to be contacted by your company.|We do not wish to receive marketing emails.|I do not wish to receive any further communication from you or your company.|I don't wish to hear from you again.
I don't want to hear from you anymore|I prefer not to be contacted.|Please do not use this address for marketing.|This is a support address, not for sales pitches. Please remove it from your list.|info@ is not for advertising, please delete it from your records.
Please be informed that this mailbox is for customers only. Do not send advertising here.|My email is private, please delete it.|This is my personal email. Please do not use it again.|Delete my details.|Please delete my data.
Please delete all my personal information from your systems and confirm.|erase my data please|Please erase us from your records.|Wipe my contact info from your CRM|Please strike me off your list.
Please scrub my email from your list.|Off the list please.|take me off|pls take me off ur list|Take my name off your list
Can I be taken off this list?|May I ask you to remove me from your distribution list?|I kindly ask you to remove me from your contact list.|Would you mind removing me from your mailing list?|Would you be so kind as to take me off your mailing list?
I must ask you to stop emailing me.|I have to ask you not to contact us again.|Please ensure that I am removed from your list.|I wish to be removed from your database immediately.|I request the immediate deletion of my contact data.
I would ask you to refrain from sending further unsolicited emails.|Unsolicited emails are not welcome here.|We don't want any more sales emails.|We don't take cold calls or cold emails. Do not try again.|I don't do business with spammers.
Your emails are annoying, please stop them.|Enough.|Enough already!|That's it, I'm blocking you.|Blocked.
You've been blocked.|I am blocking your domain.|I'll be reporting you to the ICO if I hear from you again.|Next email goes to our lawyer.|If you contact me again, I will file a complaint with the data protection authority.
Please find someone else to bother.|Please go and bother somebody else.|Thanks for your time and good luck, but please don't keep me in your list.|Hi Anna,\n\nI appreciate you reaching out. We went through a vendor selection last year and are committed for three years. Please remove me from your outreach.\n\nKind regards,\nMark Olsen\nVP Operations|Hello,\nwe are a small family business and do all of this by hand. It works for us. I'd ask you to take our address out of your file.\nRegards\nJ. Whitfield
Not for us mate. Pls dont mail again. Cheers\n\nSent from my iPhone|unsubscribe\n\nOn Mon, 16 Nov 2026 at 09:12, Anna Seller <anna@example.com> wrote:\n> Hi Tom,\n> do you still plan docks in a spreadsheet?|Stop.\n\nGet Outlook for Android|please remove me\n\nJohn Hale ¦ Director ¦ Hale Ltd ¦ 0161 555 010|Tom has passed away. Please remove him from your lists.
My husband died last year. Please stop sending him mail.|He retired in 2024. Please delete his address from your system.|I'm not the owner anymore so take me off your list|Wrong person, remove me|Bitte nehmen Sie mich aus Ihrem Verteiler.
Bitte streichen Sie mich von Ihrer Liste.|Kein Interesse, bitte keine weiteren Mails.|Bitte löschen Sie meine Daten aus Ihrem System.|Hiermit widerspreche ich der Verarbeitung meiner Daten zu Werbezwecken gemäß Art. 21 DSGVO.|Bitte sehen Sie von weiterer Kontaktaufnahme ab.
Bitte kontaktieren Sie uns nicht mehr.|Abmelden!|Bitte austragen|Ich habe nie zugestimmt, von Ihnen Werbung zu bekommen. Löschen Sie meine Adresse.|Das ist unerlaubte Werbung. Bei einer weiteren Mail schalte ich meinen Anwalt ein.
Lassen Sie mich in Ruhe|Hören Sie auf, mir zu schreiben.|Nein danke und bitte nicht nochmal melden.|Bitte unterlassen Sie künftig solche Mails.|Ich möchte keine weiteren Nachrichten von Ihnen erhalten.
Bitte entfernen Sie unsere Firma aus Ihrer Datenbank.|nehmen sie mich sofort aus dem verteiler raus|Sehr geehrte Frau Seller,\n\nvielen Dank für Ihre Nachricht. Wir haben keinen Bedarf und bitten Sie, uns aus Ihrem Verteiler zu nehmen.\n\nMit freundlichen Grüßen\nK. Brandt|Werbung unerwünscht|Keine Werbung bitte!
Merci de me retirer de votre liste de diffusion.|Je ne souhaite plus recevoir vos emails.|Désinscription SVP|Veuillez supprimer mes coordonnées de votre base de données.|Merci de ne plus me solliciter.
Stop svp|Ne m'envoyez plus rien.|Pas intéressé. Merci de ne plus me contacter.|Je vous prie de bien vouloir me désinscrire de votre liste.|Conformément à l'article 21 du RGPD, je m'oppose à l'utilisation de mes données à des fins de prospection.
Lâchez-moi !|Foutez-moi la paix avec vos mails|Comment avez-vous eu mon adresse ? Supprimez-la.|Por favor, dame de baja de la lista.|No quiero recibir más correos.
No me interesa, no me escriban más por favor.|Elimine mis datos de su base de datos.|Dejen de molestar.|Quiero que me borren de su lista de correo.|Bórrenme de su lista
Ejerzo mi derecho de supresión conforme al artículo 17 del RGPD.|No volver a contactar.|Per favore cancellatemi dalla vostra mailing list.|Non voglio più ricevere le vostre mail.|Non sono interessato, vi prego di non contattarmi più.
Chiedo la cancellazione dei miei dati ai sensi del GDPR.|Rimuovetemi dalla lista, grazie|Smettetela di mandarmi email|Graag mij uitschrijven.|Gelieve mijn adres te verwijderen uit uw bestand.
Geen interesse, stuur aub geen mails meer.|Wilt u mij van de mailinglijst verwijderen?|Stop met mailen aub|Ik wil niet meer benaderd worden.|Por favor remova o meu email da vossa lista.
Não quero receber mais emails.|Parem de me enviar emails por favor|Favor não entrar mais em contato.|Não autorizo o uso dos meus dados.|Proszę o usunięcie mnie z bazy.
Proszę nie przysyłać mi więcej ofert.|Nie jestem zainteresowany, proszę o wypisanie z listy mailingowej.|Proszę przestać do mnie pisać|Vänligen ta bort mig från er maillista.|Sluta skicka mail till mig
Jag vill inte få fler mejl från er.|Fjern mig venligst fra jeres mailliste.|Stop med at skrive til mig.|Jeg ønsker ikke at modtage flere mails fra jer.|Vennligst slett meg fra listen deres.
Ikke send meg flere e-poster.|Poistakaa minut listaltanne.|En halua enää viestejä teiltä.|Prosím, vyřaďte mě z databáze.|Odhlásit
Kérem, töröljenek a listájukról.|Vă rog să mă ștergeți din lista dumneavoastră.|Lütfen beni listenizden çıkarın.|Παρακαλώ διαγράψτε με από τη λίστα σας.""",
    9: r"""Hey, could you stop these? Thanks|Would appreciate it if you took me off this.|Please remove us. We're a charity and don't buy software.|I'm not a lead. Remove me.|Hi Anna - not our thing. Kindly drop me from your follow-ups.
We've been acquired, everything goes through headquarters. Please delete this contact.|No interest whatsoever, and please don't try my colleagues either.|Please don't try again.|Don't try to sell me anything again|I said no in March. I say no again. Please stop writing.
no. stop.|NO MORE EMAILS FROM YOU|I do not want any emails from you or any affiliate.|I did not opt in to this.|I haven't given you permission to mail me.
You have no right to use my address.|Your company has no legal basis to process my data. Erase it.|Where's the opt-out link? Take me off.|Can't find the unsubscribe. Please do it for me.|the unsubscribe link is dead, remove me manually
Tried to unsubscribe three times already. What does it take?|I already unsubscribed last month, why am I still getting this?|Why do I keep getting these mails? Stop it.|Why are you still writing to me|How often do I need to say no?
What part of no don't you understand?|You people never quit do you. Get me off your list|For God's sake stop|For the love of god stop emailing|omg stop
ugh. unsubscribe.|Unsub.|unsubscribe thx|Unsubscribe - not relevant|Not relevant, please unsubscribe me
irrelevant. remove.|Please remove this address, it's a shared inbox.|Please remove all @acme.example addresses from your lists.|pls take all of our mail addresses out|Remove both my addresses: t.baker@acme.example and tom@acme.example
This goes for my colleagues too: no more of this please.|On behalf of the whole team: please stop mailing us.|I speak for our management: no further contact is wanted.|The management does not want to be contacted by you.|Our director has asked me to tell you that he does not wish to receive your mails.
Mrs Roe asks not to be contacted again.|Mr Baker doesn't want to hear from you.|My boss says please stop.|Per company policy we ask vendors not to contact employees directly.|All vendor contact must go through our portal, do not email staff.
We only work with vendors registered in our portal. Please do not contact us by email.|Direct approaches by suppliers are not permitted. Please refrain.|Please be advised that we do not respond to sales solicitations and ask to be removed from any list.|Do not reply, do not follow up, do not call.|Don't reply to this.  Just remove me.
No reply needed, just delete my address.|Just take me off, no hard feelings.|No hard feelings but please take me off your list|Good luck with the product, but I'd rather not get these emails.|Nice try, but no. And please don't follow up again.
Thanks, not for us. You can save yourself the follow-ups.|I think you can take us off your list for good.|You can cross me off.|Please cross us off your list.|Cross my name off
You may remove me from your contacts|Feel free to delete my contact|Kindly delete me from your CRM|Kindly discontinue|kindly stop
Please halt all communications.|Halt all contact immediately.|Cease all contact immediately.|Immediately cease and desist all communications with this firm.|You are instructed to cease contacting our client.
This is our final notice. Remove our details or we will escalate to the regulator.|I will be lodging a complaint with the Information Commissioner.|We will take legal action if these messages continue.|My solicitor will be in touch if this continues.|Next time I'll call your boss.
One more of these and I'm reporting you.|If I get one more email from you I'll make sure everybody knows.|I consider this harassment.|This is bordering on harassment.|This is becoming harassment
You are harassing me.|I find these emails intrusive. Please stop.|Your mails are unwanted.|Unwanted mail.|unsolicited mail - delete me
I'm tired of your emails.|Sick of these emails|So annoying, stop!!|How annoying. Please stop.|Stop bothering people
please stop bothering us with this|stop cluttering my inbox|Please keep out of my inbox.|Please don't clutter our info mailbox with this.|Not what this inbox is for.
This mailbox is for job applications only, please don't use it for sales.|This is an emergency contact address. Do not send sales mails here!|This address is not for advertising|No advertising please|no ads
No cold emails.|No sales emails to this address please|No spam please|no thanks no more mails|nope, and no more please
I'm not interested now or in the future, so no need to contact me again.|Not now, not later, not ever.|Not interested now, not in the future. Remove from list.|We will never be interested. Please stop.|We'll never buy from you so please stop wasting both our time.
Stop wasting my time.|You're wasting your time, take us off.|You are wasting your time with me, please don't write any more.|Please forget my address.|Forget about us please.
forget me|Please forget us - GDPR|Right to be forgotten. Please comply.|I invoke my right to object under GDPR.|Under the UK GDPR I object to direct marketing.
I make use of my right to have my data deleted.|Please confirm deletion of my data in writing.|Please confirm that my details have been removed.|Please confirm you've deleted me.|Confirm removal.
Confirm you have removed me from your list|Do Not Sell or Share my personal information and delete it.|Please purge my record|Please put a block on my address|Mark me as do not contact.
Please mark this account as DNC|set me to do not contact|Change my status to unsubscribed please|Please update your records: no contact.|Please note in your CRM that we do not want contact.
Please note that I do not want to be on your list.|I don't know why I'm on your list, I don't want to be.|I never asked to be on this list.|I don't recall signing up.|I didn't ask for this.
Who gave you my email? Delete it please.|Who gave you permission to email me?|Please tell me where you got my data and then delete it.|Tell your boss to leave us alone|Tell your robot to stop.
tell your bot to stop emailing me|Is this automated? Then turn it off please.|Please switch off this automated thing|Please turn off the reminders|Please end this sequence
end this campaign for me please|Please close my file.|Please close my record and do not contact me in the future.|Do not contact me in future|I'd prefer you not contact me in future
I would rather not be on your list|I'd rather you didn't write again.|I'd be glad not to hear from you again.|Happy to never hear from you again.|I'd like this to be the last email.
Make this the last mail please|This should be your last email to us.|Please let it rest now.|Let it go, please.|Please give it a rest.
Give up, please.|We're done here. Don't mail me again.|Let's leave it at that, please no more follow-ups.|Please accept that we're not interested and don't follow up.|Please take no for an answer.
I'd appreciate no further mails|Would you kindly stop?|May I kindly ask you not to send me any further mail|Can we please stop this?|Could you make it stop please
Can you stop it?|Could you please refrain from mailing our staff|Would you please take our sales team off your target list|please do not add me to any list|Do not add me to your newsletter
Why did you add me to your newsletter? Remove me.|I was added to this list without my consent.|Somebody signed me up without asking, please undo that.|please undo my subscription|I want to end my subscription to these mails
I want off this list|want off|i want out of this mailing list|get me off this list|get me out of your system
Get my email out of your database|I'm leaving the company on Friday, so please delete my address.|I've changed jobs and no longer need these emails.|I am retired and don't need these mails anymore.|My father is ill and can't deal with this. Please don't mail him any more.
The company is closing, please take us out of your list.|We've closed the business. Please delete us.|We are in liquidation, please remove us from your mailing list|Hello Anna,\n\nThank you for thinking of us. At the moment we have no plans in this direction and nor will we in the coming years. I would therefore ask you to remove our company from your contact list.\n\nWith best wishes,\nHelen Moss|Anna, I've been polite twice. We use another product, we like it, we aren't switching. Third time: stop the follow ups.\n\nDan
Not interested.\n\nPS: please don't write again|Thanks for the info.\n\nP.S. You can take me off your list now.|hi pls dont send me anymore emails im not the guy who does this\n\nSent from my Galaxy|Remove my email.\n________________________________\nFrom: Anna Seller <anna@example.com>\nSent: Monday, November 16, 2026 9:12 AM\nTo: Bob\nSubject: docks\n\nHi Bob|> Do you still plan docks in a spreadsheet?\nNo, and please don't contact me again.
> If you would rather not hear from me, reply STOP\nSTOP|Stop (as per your footer)|As you offered: stop.|STOP - as requested in your mail|Replying STOP.
I'm replying STOP as instructed.|Per your instructions: unsubscribe|Bitte keine Mails mehr schicken|Bitte nicht mehr schreiben, danke.|bitte löschen sie meine mailadresse
Löschen bitte|Bitte um sofortige Löschung meiner Daten und schriftliche Bestätigung.|Ich bin nicht interessiert. Streichen Sie mich aus Ihrer Liste.|Wir haben kein Interesse und wünschen keine weitere Kontaktaufnahme.|Wir wünschen keinen weiteren Kontakt.
Von weiteren Zusendungen bitten wir abzusehen.|Ich habe dem Erhalt Ihrer Mails nie zugestimmt.|Woher haben Sie meine Adresse? Bitte umgehend löschen.|Unterlassen Sie das bitte.|Hört auf mit dem Spam
Das ist Spam, bitte sofort einstellen.|Stellen Sie den Versand an diese Adresse ein.|Setzen Sie mich auf Ihre Sperrliste.|Kann ich mich hier irgendwo abmelden?|Wie kann ich mich von diesen Mails abmelden?
Melden Sie mich bitte ab|Meldet mich ab!|Danke, aber bitte streicht mich aus dem Verteiler. LG|Ihre Mails nerven. Schluss damit.|Kontaktieren Sie mich nie wieder
Sehen Sie bitte davon ab, uns weiterhin anzuschreiben.|Ich untersage Ihnen die Nutzung meiner Daten.|Wir widersprechen der Verwendung unserer Kontaktdaten für Werbung.|Für zukünftige Mails fehlt Ihnen meine Einwilligung.|Merci de supprimer mon adresse de votre liste.
Je ne suis pas intéressé, ne me relancez plus.|Inutile de me relancer.|Arrêtez de m'envoyer des mails !|Retirez-moi de votre liste svp|Je vous demande de supprimer mes données.
Nous ne souhaitons plus être contactés.|Vos mails sont indésirables.|Merci d'arrêter vos relances.|Plus aucun mail de votre part s'il vous plaît.|Je n'ai jamais donné mon accord pour recevoir vos messages.
Je ne veux plus entendre parler de vous.|Comment me désabonner ?|Cessez tout contact.|Merci de ne plus m'importuner|No estoy interesado, borren mi correo.
Por favor no me mande más mensajes.|Deseo darme de baja.|¿Cómo me doy de baja?|Retírenme de su base de datos por favor|Dejen de enviarme publicidad
No autorizo que usen mis datos|No deseo ser contactado de nuevo.|Basta de correos.|No vuelvan a escribirnos, gracias.|Quítame de esta lista
Solicito la eliminación de mis datos personales.|Non contattatemi più.|Non mi interessa, non mandatemi altre mail.|Toglietemi dalla lista|Desidero essere cancellato dai vostri archivi
Come faccio a disiscrivermi?|Basta con queste mail!|Non ho mai dato il consenso a ricevere le vostre comunicazioni.|Vi chiedo di interrompere ogni comunicazione.|La prego di non scrivermi più
Schrijf me uit aub|Haal me van de lijst|Gelieve ons niet meer te contacteren.|Ik heb geen toestemming gegeven voor deze mails.|Geen reclame meer aub
Niet meer mailen graag|Hoe kan ik me afmelden?|Verwijder ons uit jullie systeem|Wij stellen geen prijs op verdere berichten.|Por favor me tire dessa lista
Não me mandem mais nada|Quero descadastrar meu email|Solicito a remoção dos meus dados.|Não temos interesse, favor não enviar mais mensagens.|Agradeço que retirem o meu contacto da vossa base de dados.
Como faço para cancelar a inscrição?|Proszę usunąć mój adres.|Nie kontaktujcie się ze mną więcej.|Nie życzę sobie otrzymywania ofert handlowych.|Proszę o zaprzestanie wysyłania wiadomości.
Wypiszcie mnie z newslettera|Ta bort mig ur ert register.|Vi vill inte bli kontaktade igen.|Inga fler mejl tack|Hur avregistrerar jag mig?
Jeg vil gerne afmeldes.|Slet mine oplysninger.|Kontakt os venligst ikke igen.|Ingen flere mails, tak|Jeg ønsker ikke flere henvendelser
Vennligst ikke kontakt oss igjen.|Meld meg av listen|Stopp med å sende meg e-post|Älkää lähettäkö minulle enää sähköpostia.|Poista osoitteeni rekisteristänne.
Prosím neposílejte mi další e-maily.|Nepište mi už.|Kérem, ne küldjenek több levelet.|Vă rog să nu mă mai contactați.|Lütfen bana bir daha mail atmayın.
Παρακαλώ μην μου ξαναστείλετε email.|Пожалуйста, удалите мой адрес из рассылки.|Не пишите мне больше.|Prosím vymažte ma zo zoznamu.|Molim vas, uklonite me s liste.""",
    10: r"""Please take my email off your list. Thank you.|Hi, please remove me from any further communications.|Remove from list please|Kindly remove.|unsubscribe this address
Please unsubscribe hello@acme.example|unsubscribe all|Please remove us from future mailings.|Please don't send these anymore.|Please don't send me these.
Please no longer contact me.|Please do not reach out again.|I'd like you to stop contacting me.|I would like not to receive these emails.|I don't need these emails.
I don't want this.|We don't need any of this, stop sending it.|Thanks, but I don't want to be on any mailing list.|I'm getting too many emails from you.|Too many mails. Unsubscribe.
You've sent me five mails in two weeks. Please stop.|Five follow ups is too much. Take me off.|I have asked you to stop. Last warning.|I told you to stop.|I've asked nicely. Now I'm telling you: no more mails.
Didn't I tell you to stop?|Will you ever stop?|Are you ever going to stop emailing me?|When will this stop?|What do I have to do to make you stop?
Can't you take no for an answer?|Do you not understand no?|Not interested and never will be, take me off.|Not interested in your services. Please update your records accordingly and don't contact us.|Not a fit. Please close us out in your CRM.
We're not a prospect. Please delete.|We are not your target group. Please delete our address.|You have the wrong company. Delete us please.|Wrong address, please remove it from your list|This isn't Tom's address any more. Please remove.
Tom doesn't work here anymore, stop sending mail to this address|There is no Tom here. Remove this address.|This is a school, we don't buy docks. Don't write again.|I'm a private person. Delete my address.|I'm a student, please remove me
This is a no-reply request: remove us.|Please consider this a request to be removed.|Consider me unsubscribed|I hereby unsubscribe.|I hereby revoke my consent to receive emails.
I revoke my consent.|I have never consented to this.|You don't have my consent|No consent was given. Please delete my data.|Without my consent you may not contact me.
Based on GDPR you must delete my data.|GDPR request: delete all data relating to me.|GDPR: please remove.|Data deletion request|Subject access and erasure request under GDPR
Objection to direct marketing|I object.|I object to your emails|We object to any further marketing.|I am exercising my rights under the CCPA. Delete my data.
CAN-SPAM violation. Remove me.|Sending me this is illegal in Germany. Stop.|Cold emailing is illegal here.|It's illegal to mail me without consent.|You'll hear from our lawyers.
Our lawyers have been informed.|I have forwarded your mail to our data protection officer. Do not write again.|I've reported you to Google.|Reported and blocked.|Blocked and deleted.
Straight to spam. Bye.|Your mails go straight to my bin, save your energy.|I delete all your mails unread, so stop sending them.|I've set up a filter for you. Don't bother.|Don't bother us.
Do not disturb us again.|Don't you ever mail me again|never mail me again|Never contact me again.|never ever write to me again
Please never contact us again|please do never mail again|stop writing me|stop write me|no mail please
please no mail|no email|No emails!|No newsletter please|no newsletters
No follow up please|no follow-up needed, just take us off the list|No more reminders please.|no more "just checking in" mails please|please stop the "bumping this up" mails
Stop bumping this.|Stop following up, please.|stop chasing|Please stop chasing me.|Stop nagging
Quit bugging me|Quit emailing me.|Cut it out|Knock it off.|Enough is enough.
that's enough, remove me|I've had enough of these emails|I'm done with your emails.|Get off my back|get out of my inbox
Get lost spammer|Scram|Take a hike|shut up|Shove it
go to hell|To hell with your newsletter|Screw you and your spam|WTF is this? Remove me!|wtf stop
What the hell. Stop sending me crap.|This is junk. Remove me.|Junk mail.|SPAM!!!|Spammer!
You're a spammer.|Please leave my company out of your campaign.|Please skip us in future.|Please skip us.|Please exclude us.
Please spare us further emails.|Spare me.|Spare me your emails.|We can do without your emails.|I can live without these mails, please remove me.
Happy to be taken off your list.|I think I should be removed from your list.|I believe I shouldn't be on this list, please take me off.|Could you see to it that I'm taken off?|Could someone take me off this list?
Can somebody please remove me|Who do I contact to get off this list?|Where can I unsubscribe?|How to unsubscribe?|how do i get removed
Is there a way to stop this?|Is there a way to opt out?|Hi Anna, I moved to another role and this isn't relevant for me. Please take me off. Best of luck!|Hey Anna, thanks for the persistence, it's just not for us. Could you take us out of your system? Cheers, Lou|Dear Ms Seller, we have reviewed your message and do not see a need. We kindly request that you do not contact us further. Sincerely, H. Moss
Dear Anna,\n\nThank you for your interest in our company. As a matter of policy we do not respond to unsolicited proposals, and we ask that you remove our details from your records.\n\nKind regards\nSupplier Desk|Hi, we are happy with SAP. No need to write again. Thanks, Jo|Sorry, no. Please don't write me again. J|no thank u pls stop emailin|plz delet my email
pls remov me frm ur list|UNSUBCRIBE ME|unsubscibe|un subscribe me|remove me frm list
dont contact me agen|stop emaling me|plesae stop|Pleas unsubscripe|unsubscribed me please
Ich möchte keine Mails von Ihnen.|Bitte keine weiteren Nachrichten|Bitte keine weiteren Anfragen mehr an uns richten.|Bitte nehmen Sie mich aus der Liste|Bitte löschen Sie mich.
Bitte löschen Sie unsere Kontaktdaten.|Löschen Sie meine E-Mail-Adresse umgehend aus Ihrem Verteiler!|Ich fordere Sie auf, mir keine Werbung mehr zu schicken.|Kein Interesse - bitte austragen.|Wir haben kein Interesse. Bitte sehen Sie von weiteren E-Mails ab.
Ich will das nicht. Lasst mich in Ruhe.|Nein! Und hören Sie auf zu schreiben!|Stoppen Sie die Mails.|Das reicht jetzt. Keine Mails mehr.|Es reicht!
Verschonen Sie uns damit.|Unerwünschte Werbung! Bitte unterlassen.|Belästigen Sie uns nicht weiter.|Bitte nicht wieder kontaktieren|Merci de me désabonner.
Désabonnement|Veuillez me retirer de votre fichier.|Ne m'écrivez plus jamais.|Je ne veux pas recevoir vos publicités.|Merci de ne plus m'envoyer de mails, cordialement
Pas intéressée, retirez mon adresse svp.|Arrêtez vos mails.|Ça suffit maintenant.|Plus de relance merci.|Supprimez mon contact
Por favor, no me contacten más.|Darme de baja por favor|Borrar mis datos|No me escriban.|Quiero cancelar la suscripción
Dejen de escribirme por favor, no me interesa|No más correos.|Non scrivetemi.|Vorrei disiscrivermi|Non inviatemi più email
Cancellate il mio indirizzo|Basta!|Vi prego di rimuovere il mio contatto|Graag van de lijst halen.|Wil je me uitschrijven?
Stop met het sturen van mails.|Niet geïnteresseerd, graag niet meer mailen.|Verwijder mij|Não me contactem mais.|Remover por favor
Retirem-me da lista|Cancelar inscrição|Chega de emails|Proszę o wypisanie.|Proszę mnie usunąć z listy.
Nie wysyłajcie mi więcej maili|Nie chcę dostawać takich wiadomości.|Sluta mejla mig.|Ta bort mig från utskicket|Avregistrera
Jag är inte intresserad, hör inte av er igen.|Stop med at sende mig mails|Fjern mig fra listen|Afmeld mig|Slett meg fra listen
Ikke kontakt meg igjen|Jeg vil ikke ha flere e-poster fra dere|Lopettakaa viestien lähettäminen.|Ne küldjenek több e-mailt!|Ștergeți-mă din listă vă rog.
Отпишите меня от рассылки|Уберите мой адрес из базы""",
    11: r"""Stop|STOP.|unsubscribe|Unsubscribe me please|Remove me from your list
remove please|Please remove me from your mailing list, thanks.|Please take me off your email list.|Not interested, please remove me.|Not interested, stop emailing.
Thanks, but no thanks. Please remove us.|No thank you. Please don't email again.|Please stop emailing me.|Please stop sending me these emails|Please do not contact me further.
Do not contact this address again.|Do not send any further emails to this address.|We ask that you don't contact us again.|I'd appreciate being removed from your list.|I would appreciate it if you'd stop emailing me.
Please delete my contact information.|Delete my email from your database immediately.|Remove my email address from your records.|Please opt me out.|Opt out please
How did you get my email? Please remove it.|I never signed up for this, please unsubscribe me.|I did not sign up. Remove.|This is spam, remove me from your list.|Stop spamming me or I will report you.
I'm reporting this as spam.|You are spamming me. Stop it now.|I will block you.|Take me off this list NOW|TAKE ME OFF YOUR LIST
do not email me|dont email me again|don't ever contact me again|No more emails.|no further emails please
No contact please|Leave me alone!|Please leave me alone|Go away.|Under GDPR, please delete all my data.
I request deletion of my data according to Art. 17 GDPR.|I object to the processing of my data (Art. 21 GDPR).|Please remove me in accordance with GDPR.|You are in breach of GDPR. Delete my data.|Cease and desist all communication.
Please cease further communication.|We do not accept unsolicited emails. Please remove us.|Our company policy is not to respond to cold emails. Please remove us from your list.|We don't respond to cold emails.|Unsolicited email. Remove me.
Please add me to your do not contact list.|Put me on your do-not-call list.|I'm not the right person, please remove me from your list.|I no longer work in logistics. Please remove me.|I retired. Please take me off your list.
We already have a provider. Please take us off your list.|We're good, please remove us.|All set here, no need to follow up again.|We went with someone else. Please stop following up.|Please stop following up, we're not interested.
I've said no. Please respect that and stop emailing.|As I said before, not interested. Please stop.|For the last time, unsubscribe me.|This is the second time I ask you to remove me.|Please remove me, this is my third request.
Why am I getting these? Unsubscribe.|Can you please take me off this list?|Could you remove me from your list please?|Would you please unsubscribe me?|How do I opt out?
How do I get off this list?|Please unsubscribe us from all emails.|Please unsubscribe my email.|Kindly unsubscribe.|kindly take me off
pls unsubscribe|pls stop|plz remove|remov me|unsubcribe
unsuscribe please|usubscribe me|remove me thx|Hi Anna, please remove me from your list, thanks, Tom|Hi Anna,\nI'm not interested. Please don't contact me again.\nRegards,\nTom
Hello, please remove my address.\n\nBest regards,\nTom Baker\nAcme Ltd\n\nOn Mon, 16 Nov 2026, Anna Seller <anna@example.com> wrote:\n> Hi Tom|Please remove\n\nSent from my iPhone|No.\n\nTake me off your list.\n\nT. Baker|Thanks for reaching out. We handle this internally, so I'd ask you to remove me from your list. All the best!|Appreciate the email but we're not in the market. Please remove me from future mailings.
Interesting product, but not for us. Please don't send further emails.|Bitte entfernen Sie mich aus Ihrem Verteiler.|Bitte löschen Sie meine Daten.|Bitte keine weiteren E-Mails.|Kein Interesse, bitte löschen Sie meine Adresse.
Bitte schreiben Sie mir nicht mehr.|Bitte kontaktieren Sie mich nicht wieder.|Ich möchte keine weiteren E-Mails erhalten.|Abmelden bitte|Bitte nehmen Sie uns von der Liste.
Unterlassen Sie weitere Mails.|Ich widerspreche der Verarbeitung meiner Daten.|Bitte melden Sie sich nicht mehr.|Je ne suis pas intéressé, merci de me retirer de votre liste.|Veuillez me désinscrire.
Merci de ne plus m'envoyer d'emails.|Ne me contactez plus.|Supprimez mes données.|Stop aux mails svp|No me interesa. Por favor elimíneme de su lista.
Por favor, no me envíe más correos.|Quiero darme de baja.|Borre mis datos por favor.|Non sono interessato, cancellatemi dalla lista.|Non inviatemi altre email.
Per favore rimuovetemi.|Cancellate i miei dati.|Geen interesse, haal me van de lijst aub.|Stuur me geen mails meer.|Graag uitschrijven.
Verwijder mijn gegevens.|Não tenho interesse, remova-me da lista.|Não me envie mais emails.|Quero sair da lista.|Proszę o usunięcie z listy.
Proszę nie wysyłać więcej maili.|Ta bort mig från listan.|Sluta skicka mejl.|Fjern mig fra jeres liste.|Send mig ikke flere mails.
Fjern meg fra listen.|Please take my colleagues off your list as well.|Please make sure I don't get any more emails from you.|I don't want to receive any more emails from you.|We don't want to receive further marketing.
I do not wish to be contacted.|I don't wish to receive these emails.|I have no interest in receiving emails from you.|I want to be removed.|I want to unsubscribe
I'd like to unsubscribe.|I wish to opt out.|Please don't follow up.|Please no follow-ups.|No need to contact me again.
Do not reach out again.|Stop contacting my team.|Please don't contact anyone at our company.|Lose my email.|Please forget me.
I don't know you. Remove me.|Who are you? Stop emailing me.|Please respect my wish not to be contacted.""",
}
