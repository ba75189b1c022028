using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MimeKit;
using NodaTime;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers.Emails;

/// <summary>
/// The e-mail of each kind: in Dutch and English that there is something, and where it is. No more of a person or a case than its number: who reads
/// along on the way learns nothing.
/// </summary>
internal static class Emailtekst
{
    public static MimeMessage Van(Email email, MailboxAddress aan, Emailinstellingen instellingen, Instant nu)
    {
        var (onderwerp, tekst) = email.Soort == Emailsoort.Alarm ? OverAlarm(instellingen) : OverZaak(email, instellingen);
        var bericht = new MimeMessage
        {
            Subject = onderwerp,
            Date = nu.ToDateTimeOffset(),
            MessageId = $"{Kenmerk(email.Sleutel)}@{instellingen.Afzender.Domain}",
            Body = new TextPart("plain") { Text = tekst },
        };
        bericht.From.Add(instellingen.Afzender);
        bericht.To.Add(aan);
        bericht.Headers.Add("Auto-Submitted", "auto-generated");
        bericht.Headers.Add(HeaderId.ContentLanguage, email.Soort == Emailsoort.Alarm ? "nl" : "nl, en");
        return bericht;
    }

    /// <summary>For who works here: in Dutch, and of no case.</summary>
    private static (string Onderwerp, string Tekst) OverAlarm(Emailinstellingen instellingen) =>
        (
            "Alarm van de afstemming",
            $"""
            De afstemming vond iets dat niet aansluit, en niemand heeft het nog afgehandeld.

            {new Uri(instellingen.Siteadres, "beheer/afstemming")}

            Meld u aan om het te lezen. Zoek uit hoe het kan, en schrijf de reden bij het alarm.

            """
        );

    private static (string Onderwerp, string Tekst) OverZaak(Email email, Emailinstellingen instellingen)
    {
        var (onderwerp, nederlands, engels, pad) = Inhoud(email);
        var link = new Uri(instellingen.Siteadres, pad);
        return (
            $"{onderwerp} ({email.Zaaknummer})",
            $"""
            {nederlands}

            Zaaknummer: {email.Zaaknummer}
            {link}

            Meld u aan om het te lezen. U kunt deze e-mail niet beantwoorden. Op de pagina Adres, rekening en e-mail wijzigt u het e-mailadres.

            --
            In English

            {engels}

            Case number: {email.Zaaknummer}
            {link}

            Sign in to read it. You cannot reply to this e-mail.

            """
        );
    }

    private static (string Onderwerp, string Nederlands, string Engels, string Pad) Inhoud(Email email) =>
        email.Soort switch
        {
            Emailsoort.Ontvangst => (
                "Wij hebben de aanvraag ontvangen",
                "Wij hebben de SLIM-aanvraag ontvangen. Het ontvangstbewijs staat klaar.",
                "We received the application for SLIM subsidy. The receipt is ready.",
                $"zaken/{email.Zaaknummer}"
            ),
            Emailsoort.Brief => (
                "Er staat een brief klaar",
                "Er staat een nieuwe brief klaar. Lees hem op tijd: er kan een datum in staan waarop u uiterlijk moet antwoorden.",
                "There is a new letter. Read it in time: it can name a date by which you must answer.",
                $"zaken/{email.Zaaknummer}"
            ),
            Emailsoort.DocumentGeweigerd => (
                "Wij konden een document niet aannemen",
                "Wij hebben een document onderzocht en konden het niet aannemen. Lees waarom, en stuur het opnieuw.",
                "We examined a document and could not accept it. Read why, and send it again.",
                email.BijConcept ? $"aanvragen/{email.Zaaknummer}" : $"zaken/{email.Zaaknummer}"
            ),
            Emailsoort.Herinnering => (
                "Een aanvraag is nog niet ingediend",
                $"Er staat een aanvraag klaar die nog niet is ingediend. Dat kan tot {Moment(email.Sluit)}. Daarna sluit het tijdvak.",
                $"There is an application that was not submitted yet. You can submit it until {Tijd(email.Sluit)} (Dutch time). After that it is too late.",
                $"aanvragen/{email.Zaaknummer}"
            ),
            Emailsoort.Uitnodiging => (
                "U bent uitgenodigd om mee te doen met een aanvraag",
                $"Een andere onderneming vraagt u om mee te doen met een aanvraag. Antwoord voor het tijdvak sluit: {Moment(email.Sluit)}.",
                $"Another enterprise asks you to take part in an application. Answer before it closes: {Tijd(email.Sluit)} (Dutch time).",
                $"aanvragen/uitnodigingen/{email.Zaaknummer}"
            ),
            _ => throw new InvalidOperationException($"There is no text for {email.Soort}."),
        };

    /// <summary>Always the same for the same e-mail, and tells nothing.</summary>
    internal static string Kenmerk(string sleutel) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sleutel)))[..32];

    private static string Moment(Instant? sluit)
    {
        var wandklok = sluit!.Value.InZone(Platform.Tijd.Moment.Amsterdam);
        return $"{Datumtekst.Van(wandklok.Date)} om {wandklok.ToString("HH:mm", CultureInfo.InvariantCulture)} uur";
    }

    private static string Tijd(Instant? sluit) =>
        sluit!.Value.InZone(Platform.Tijd.Moment.Amsterdam).ToString("d MMMM uuuu, HH:mm", CultureInfo.InvariantCulture);
}
