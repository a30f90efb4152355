"""Messages that came back, in the formats of the common mail servers, for bench_replies.

Written after the public descriptions of each format (RFC 3464, and the servers'
documentation), with addresses of RFC 2606. Development and held-out half share no
format.
"""

import random
from collections.abc import Iterator

from benchmarks.replies_corpus import ORIGINAL, Case, fill

REASONS = (
    "550 5.1.1 <{to}>: Recipient address rejected: User unknown",
    "550 5.7.1 Message rejected due to local policy",
    "552 5.2.2 Mailbox full",
    "554 5.4.4 Host or domain name not found",
    "550-5.1.1 The email account that you tried to reach does not exist",
)

# name: (From, Subject, is a multipart report, body)
FORMATS = {
    "dev": {
        "postfix": (
            "MAILER-DAEMON@mx.example.net (Mail Delivery System)",
            "Undelivered Mail Returned to Sender",
            True,
            "This is the mail system at host mx.example.net.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients. It's attached below.\n\nFor further assistance, please send mail to postmaster.\n\n                   The mail system\n\n<{to}>: host mx.example.org[192.0.2.5] said: {reason} (in reply to RCPT TO command)",
        ),
        "exim": (
            "Mail Delivery System <Mailer-Daemon@mx.example.net>",
            "Mail delivery failed: returning message to sender",
            False,
            "This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  {to}\n    host mx.example.org [192.0.2.5]\n    SMTP error from remote mail server after RCPT TO:<{to}>:\n    {reason}\n\n------ This is a copy of the message, including all the headers. ------\n\n{original}",
        ),
        "office365": (
            "Microsoft Outlook <postmaster@example.net>",
            "Undeliverable: dock",
            True,
            "Delivery has failed to these recipients or groups:\n\n{to}\nThe email address you entered couldn't be found. Please check the recipient's email address and try to resend the message.\n\nDiagnostic information for administrators:\n\nGenerating server: AM0PR04.example.net\n\n{to}\nRemote Server returned '{reason}'\n\nOriginal message headers:\n\n{original}",
        ),
        "gmail": (
            "Mail Delivery Subsystem <mailer-daemon@example.net>",
            "Delivery Status Notification (Failure)",
            True,
            "** Address not found **\n\nYour message wasn't delivered to {to} because the address couldn't be found, or is unable to receive mail.\n\nThe response from the remote server was:\n{reason}",
        ),
        "qmail": (
            "MAILER-DAEMON@mx.example.net",
            "failure notice",
            False,
            "Hi. This is the qmail-send program at mx.example.net.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<{to}>:\n192.0.2.5 does not like recipient.\nRemote host said: {reason}\nGiving up on 192.0.2.5.\n\n--- Below this line is a copy of the message.\n\n{original}",
        ),
        "sendmail": (
            "Mail Delivery Subsystem <MAILER-DAEMON@mx.example.net>",
            "Returned mail: see transcript for details",
            True,
            "The original message was received at Mon, 16 Nov 2026 09:12:00 +0100\nfrom mail.example.com [192.0.2.9]\n\n   ----- The following addresses had permanent fatal errors -----\n<{to}>\n    (reason: {reason})\n\n   ----- Transcript of session follows -----\n... while talking to mx.example.org.:\n>>> DATA\n<<< {reason}",
        ),
        "exchange2007": (
            "<postmaster@example.net>",
            "Undeliverable: dock",
            True,
            "Delivery has failed to these recipients or distribution lists:\n\n{to}\nThe recipient's e-mail address was not found in the recipient's e-mail system. Microsoft Exchange will not try to redeliver this message for you.\n\nSent by Microsoft Exchange Server 2007\n\nDiagnostic information for administrators:\n\nGenerating server: example.net\n\n{to}\n#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##",
        ),
        "domino": (
            "Postmaster@example.net",
            "DELIVERY FAILURE: User unknown (b.miller@example.org) not listed in Domino Directory",
            True,
            "Your message\n\n  Subject: dock\n\nwas not delivered to:\n\n  {to}\n\nbecause:\n\n  User unknown ({to}) not listed in Domino Directory",
        ),
        "gmail-old": (
            "Mail Delivery Subsystem <mailer-daemon@example.net>",
            "Delivery Status Notification (Failure)",
            False,
            "Delivery to the following recipient failed permanently:\n\n     {to}\n\nTechnical details of permanent failure:\nGoogle tried to deliver your message, but it was rejected by the server for the recipient domain example.org by mx.example.org.\n\nThe error that the other server returned was:\n{reason}\n\n----- Original message -----\n\n{original}",
        ),
        "exchange2003": (
            "System Administrator <postmaster@example.net>",
            "Undeliverable: dock",
            False,
            "Your message did not reach some or all of the intended recipients.\n\n      Subject:\tdock\n      Sent:\t11/16/2026 9:12 AM\n\nThe following recipient(s) could not be reached:\n\n      {to} on 11/16/2026 9:13 AM\n            The e-mail account does not exist at the organization this message was sent to.  Check the e-mail address, or contact the recipient directly to find out the correct address.\n            <mx.example.net #5.1.1>",
        ),
        "gmx": (
            "MAILER-DAEMON@example.net",
            "Mail delivery failed: returning message to sender",
            False,
            'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of\nits recipients. This is a permanent error. The following address\nfailed:\n\n"{to}":\nSMTP error from remote server after RCPT command:\nhost: mx.example.org\n{reason}\n\n--- The header of the original message is following. ---\n\n{original}',
        ),
        "office365-de": (
            "Microsoft Outlook <postmaster@example.net>",
            "Unzustellbar: dock",
            True,
            "Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\n{to}\nDie eingegebene E-Mail-Adresse wurde nicht gefunden. Überprüfen Sie die E-Mail-Adresse des Empfängers, und versuchen Sie, die Nachricht erneut zu senden.",
        ),
        "office365-fr": (
            "Microsoft Outlook <postmaster@example.net>",
            "Non remis : dock",
            True,
            "Échec de la remise pour les destinataires ou groupes suivants :\n\n{to}\nVotre message n'a pas pu être remis. L'adresse de messagerie que vous avez entrée est introuvable.",
        ),
        "office365-short": (
            "Microsoft Outlook <postmaster@example.net>",
            "Undeliverable: dock",
            True,
            "Your message to {to} couldn't be delivered.\n\nb.miller wasn't found at example.org.\n\nHow to Fix It\nThe address may be misspelled or may not exist. Try one or more of the following:",
        ),
        "james": (
            "post_master@example.net",
            "Re:dock",
            False,
            "Error: Invalid user address\n\nError message below:\n550 - Requested action not taken: no such user here\n\nMessage details:\n  Subject: dock\n  MAIL FROM: anna@example.com\n  RCPT TO: {to}",
        ),
        "barracuda": (
            "MAILER-DAEMON <>",
            "**Message you sent blocked by our bulk email filter**",
            True,
            "Your message to: {to}\nwas blocked by our Spam Firewall. The email you sent with the following subject has NOT BEEN DELIVERED:\n\nSubject: dock",
        ),
        "oracle": (
            "postmaster@example.net",
            "Delivery Notification: Delivery has failed",
            True,
            "This report relates to a message you sent with the following header fields:\n\n  Message-id: <1@example.com>\n  Date: Mon, 16 Nov 2026 09:12:00 +0100\n  From: Anna <anna@example.com>\n  To: {to}\n  Subject: dock\n\nYour message cannot be delivered to the following recipients:\n\n  Recipient address: {to}\n  Reason: Illegal host/domain name found",
        ),
        "smtpsvc": (
            "postmaster@example.net",
            "Delivery Status Notification (Failure)",
            True,
            "This is an automatically generated Delivery Status Notification.\n\nDelivery to the following recipients failed.\n\n       {to}",
        ),
        "x1": (
            '"Mail Deliver System" <MAILER-DAEMON@example.net>',
            "Returned Mail: User unknown",
            False,
            "The original message was received at Mon, 16 Nov 2026 09:12:00 +0100\nfrom anna@example.com\n\n---The following addresses had delivery errors---\n\n{to} [User unknown]",
        ),
        "mdaemon": (
            "MDaemon at example.net <MDaemon@example.net>",
            "Permanent Delivery Failure",
            False,
            "The attached message had PERMANENT fatal delivery errors!\n\nAfter one or more unsuccessful delivery attempts the attached message has\nbeen removed from the mail queue on this server.\n\nFailed address: {to}\n\n--- Session Transcript ---\n Mon 2026-11-16 09:12:00: <-- {reason}\n--- End Transcript ---",
        ),
        "yahoo": (
            "MAILER-DAEMON@example.net",
            "Failure Notice",
            False,
            "Sorry, we were unable to deliver your message to the following address.\n\n<{to}>:\n554: delivery error: dd This user doesn't have an account here ({to}) [0] - mta.example.net\n\n--- Below this line is a copy of the message.\n\n{original}",
        ),
        "gmail-de": (
            "Mail Delivery Subsystem <mailer-daemon@example.net>",
            "Delivery Status Notification (Failure)",
            True,
            "** Die Adresse wurde nicht gefunden **\n\nIhre Nachricht wurde nicht an {to} zugestellt, weil die Adresse nicht gefunden wurde oder keine E-Mails empfangen kann.\n\nAntwort:\n{reason}",
        ),
        "opensmtpd": (
            "Mailer Daemon <MAILER-DAEMON@mx.example.net>",
            "Delivery status notification: error",
            False,
            "    Hi!\n\n    This is the MAILER-DAEMON, please DO NOT REPLY to this e-mail.\n\n    An error has occurred while attempting to deliver a message for\n    the following list of recipients:\n\n{to}: {reason}\n\n    Below is a copy of the original message:\n\n{original}",
        ),
        "yandex": (
            "mailer-daemon@example.net",
            "Undelivered message",
            True,
            "This is the mail system at host example.net.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients. It's attached below.\n\nPlease, do not reply to this message.\n\n<{to}>: host mx.example.org[192.0.2.153] said: {reason} (in reply to RCPT TO command)",
        ),
        "zoho": (
            "mailer-daemon@example.net",
            "Undelivered Mail Returned to Sender",
            False,
            "This message was created automatically by mail delivery software.\n A message that you sent could not be delivered to one or more of its recipients. This is a permanent error.\n\n{to}, ERROR CODE :{reason}",
        ),
        "over-quota": (
            "Mail Delivery System <postmaster@example.net>",
            "Delivery failure",
            False,
            "The following message to <{to}> was undeliverable.\nThe reason for the problem:\n5.2.2 - Bad destination mailbox address 'Mailbox is over quota'",
        ),
        "es": (
            "Correo <postmaster@example.net>",
            "No se puede entregar: dock",
            True,
            "No se pudo entregar el mensaje a los siguientes destinatarios o grupos:\n\n{to}\nNo se encontró la dirección de correo electrónico que especificó.",
        ),
        "it": (
            "Microsoft Outlook <postmaster@example.net>",
            "Non recapitabile: dock",
            True,
            "Impossibile recapitare il messaggio ai seguenti destinatari o gruppi:\n\n{to}\nL'indirizzo di posta elettronica immesso non è stato trovato.",
        ),
        "courier": (
            "Courier mail server at mx.example.net <MAILER-DAEMON@mx.example.net>",
            "NOTICE: mail delivery status.",
            True,
            "This is a delivery status notification from mx.example.net,\nrunning the Courier mail server, version 0.68.\n\nThe original message was received on Mon, 16 Nov 2026 09:12:00 +0100\nfrom mail.example.com\n\n---------------------------------------------------------------------------\n\n                           UNDELIVERABLE MAIL\n\nYour message to the following recipients cannot be delivered:\n\n<{to}>:\n    mx.example.org [192.0.2.5]:\n>>> RCPT TO:<{to}>\n<<< {reason}",
        ),
        "mailenable": (
            "MailEnable <postmaster@example.net>",
            "Message Delivery Failure",
            False,
            "Message could not be delivered to some recipients.\nThe following recipient(s) could not be reached:\n\n\tRecipient: [SMTP:{to}]\n\tReason: Remote Mail Server returned code: {reason}\n\nMessage headers follow:\n\n{original}",
        ),
        "groupwise": (
            "Mailer-Daemon@example.net",
            "Message status - undeliverable",
            False,
            "The attached file had the following undeliverable recipient(s):\n\t{to}\n\nTransmission session transcript:\n\n 2026-11-16 09:12:00 << {reason}",
        ),
        "ses": (
            "MAILER-DAEMON@example.net",
            "Delivery Status Notification (Failure)",
            True,
            "An error occurred while trying to deliver the mail to the following recipients:\n{to}",
        ),
        "notes": (
            "Mail Router <Mail.Router@example.net>",
            "DELIVERY FAILURE: dock",
            False,
            "------- Failure Reasons  --------\n\nUser not listed in public Name & Address Book\n{to}\n\n------- Returned Message --------\n\n{original}",
        ),
        "messagelabs": (
            "MAILER-DAEMON@example.net",
            "Mail Delivery Failure",
            False,
            "This is the mail delivery agent at mx.example.net.\nI was unable to deliver your message to the following addresses:\n\n{to}\n\nReason: {reason}\n\nThe message subject was: dock",
        ),
        "icloud": (
            "postmaster@example.net",
            "Undelivered Mail Returned to Sender",
            False,
            "This is a system-generated message to inform you that your email could not\nbe delivered to one or more recipients. Details of the email and the error are as follows:\n\n<{to}>: host mx.example.org[192.0.2.5] said: {reason}",
        ),
        "office365-nl": (
            "Microsoft Outlook <postmaster@example.net>",
            "Onbestelbaar: dock",
            True,
            "Bezorging bij deze ontvangers of groepen is mislukt:\n\n{to}\nHet ingevoerde e-mailadres is niet gevonden. Controleer het e-mailadres van de ontvanger en probeer het bericht opnieuw te verzenden.",
        ),
        "office365-pt": (
            "Microsoft Outlook <postmaster@example.net>",
            "Não entregue: dock",
            True,
            "Falha na entrega para estes destinatários ou grupos:\n\n{to}\nO endereço de email inserido não foi encontrado.",
        ),
        "office365-rejected": (
            "Microsoft Outlook <postmaster@example.net>",
            "Undeliverable: dock",
            True,
            "mx.example.org rejected your message to the following email addresses:\n\n{to}\nYour message couldn't be delivered because the recipient's email system wasn't able to process it.",
        ),
        "gmail-fr": (
            "Mail Delivery Subsystem <mailer-daemon@example.net>",
            "Delivery Status Notification (Failure)",
            True,
            "** Adresse introuvable **\n\nVotre message n'a pas été remis à {to} car l'adresse est introuvable ou ne peut pas recevoir d'e-mails.",
        ),
        "gmail-full": (
            "Mail Delivery Subsystem <mailer-daemon@example.net>",
            "Delivery Status Notification (Failure)",
            True,
            "** Recipient inbox full **\n\nYour message couldn't be delivered to {to}. Their inbox is full, or it's getting too much mail right now.",
        ),
        "gmail-blocked": (
            "Mail Delivery Subsystem <mailer-daemon@example.net>",
            "Delivery Status Notification (Failure)",
            True,
            "** Message blocked **\n\nYour message to {to} has been blocked. See technical details below for more information.\n\nThe response was:\n{reason}",
        ),
        "aol": (
            "MAILER-DAEMON@example.net",
            "Mail Delivery Problem",
            False,
            "Your mail to the following recipients could not be delivered because they are not accepting mail from anna@example.com:\n\t{to}",
        ),
        "imail": (
            "Postmaster <postmaster@example.net>",
            "Undeliverable Mail",
            False,
            "User unknown: {to}\n\nOriginal message follows.\n\n{original}",
        ),
        "kerio": (
            "Mail Delivery Subsystem <postmaster@example.net>",
            "Mail delivery failed",
            False,
            "Your message could not be delivered to the following recipient:\n\n{to}\n\nReason: {reason}",
        ),
    },
    "held": {
        "workmail": (
            "postmaster@example.net",
            "Undeliverable: dock",
            True,
            "This is the email system Example WorkMail.\n\nYour message could not be delivered to the following recipient(s):\n{to}\n\nTechnical report:\n{reason}",
        ),
        "office365-full": (
            "Microsoft Outlook <postmaster@example.net>",
            "Undeliverable: dock",
            True,
            "Delivery has failed to these recipients or groups:\n\n{to}\nThe recipient's mailbox is full and can't accept messages now. Please try resending your message later, or contact the recipient directly.",
        ),
        "office365-it": (
            "Microsoft Outlook <postmaster@example.net>",
            "Non recapitabile: dock",
            True,
            "Recapito non riuscito per i seguenti destinatari o gruppi:\n\n{to}\nL'indirizzo di posta elettronica specificato non \u00e8 stato trovato.",
        ),
        "hmailserver": (
            "mailer-daemon@example.net",
            "Message undeliverable: dock",
            False,
            "Your message did not reach some or all of the intended recipients.\n\n   Sent: Mon, 16 Nov 2026 09:12:00 +0100\n   Subject: dock\n\nThe following recipient(s) could not be reached:\n\n{to}\n   Error Type: SMTP\n   Remote server replied: {reason}",
        ),
        "gmail-es": (
            "Mail Delivery Subsystem <mailer-daemon@example.net>",
            "Delivery Status Notification (Failure)",
            True,
            "** No se ha encontrado la direcci\u00f3n **\n\nTu mensaje no se ha entregado a {to} porque no se ha encontrado la direcci\u00f3n o esta no puede recibir correo.",
        ),
        "postfix-local": (
            "MAILER-DAEMON@mx.example.net (Mail Delivery System)",
            "Undelivered Mail Returned to Sender",
            True,
            '<{to}>: unknown user: "b.miller"',
        ),
        "surgemail": (
            "postmaster@example.net",
            "Mail delivery failure",
            False,
            "Your mail message to the following address(es) could not be delivered. This\nis a permanent failure. Please verify the addresses and try again.\n\n{to} ({reason})",
        ),
        "rejected": (
            "Mail Delivery System <MAILER-DAEMON@example.net>",
            "Mail delivery failed",
            False,
            "The following message could not be delivered because of a permanent error:\n\n  Recipient: {to}\n  Error: {reason}",
        ),
    },
}
REPORT = "Reporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; {to}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; {reason}\n"


def bounces(half: str, count: int, seed: int, *, headers: bool) -> Iterator[Case]:
    """Yield messages that came back, pasted with their headers or as their text only."""
    rng = random.Random(seed)
    formats = list(FORMATS[half].items())
    for number in range(count):
        name, (sender, subject, report, body) = formats[number % len(formats)]
        to = rng.choice(("b.miller@example.org", "info@example.org", "jana.novak@example.net"))
        reason = rng.choice(REASONS)
        original = f"From: Anna <anna@example.com>\nTo: {to}\nSubject: dock\n\n{ORIGINAL}"

        def put(text: str, *, to: str = to, reason: str = reason, original: str = original) -> str:
            return (
                text.replace("{original}", original).replace("{reason}", reason).replace("{to}", to)
            )

        text = put(body)
        if headers:
            text = _message(sender, subject, text, put(REPORT) if report else "", original)
        yield Case("bounce", fill(text, rng), name)


def _message(sender: str, subject: str, text: str, report: str, original: str) -> str:
    head = f"Return-Path: <>\nFrom: {sender}\nTo: anna@example.com\nSubject: {subject}\nDate: Mon, 16 Nov 2026 09:12:05 +0100\nMessage-ID: <2@example.net>\nMIME-Version: 1.0\n"
    if not report:
        return f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}\n"
    return (
        f'{head}Content-Type: multipart/report; report-type=delivery-status; boundary="b1"\n\n'
        f"--b1\nContent-Type: text/plain; charset=utf-8\n\n{text}\n\n"
        f"--b1\nContent-Type: message/delivery-status\n\n{report}\n"
        f"--b1\nContent-Type: message/rfc822\n\n{original}\n\n--b1--\n"
    )
