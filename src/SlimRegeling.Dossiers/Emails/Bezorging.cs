using System.Text.RegularExpressions;
using MailKit.Net.Smtp;
using NodaTime;

namespace SlimRegeling.Dossiers.Emails;

/// <summary>What became of one e-mail at the server. Answers are kept as their codes: their text can name the address.</summary>
public abstract partial record Bezorging
{
    private static readonly Duration[] Pauzes =
    [
        Duration.FromMinutes(1),
        Duration.FromMinutes(5),
        Duration.FromMinutes(15),
        Duration.FromHours(1),
        Duration.FromHours(4),
    ];

    private Bezorging() { }

    public sealed record Bezorgd : Bezorging;

    /// <summary>The server had all of it and did not say what it did with it.</summary>
    public sealed record Onduidelijk(string Antwoord) : Bezorging;

    /// <summary>Nobody is there to receive it.</summary>
    public sealed record AdresGeweigerd(string Antwoord) : Bezorging;

    /// <summary>The server does not want this one.</summary>
    public sealed record BerichtGeweigerd(string Antwoord) : Bezorging;

    /// <summary>Not now, or not because of whom it is for.</summary>
    public sealed record Later(string Antwoord) : Bezorging;

    /// <summary>A refusal by rules of the server (5.7.x) or for want of a sign-in is our trouble and says nothing of the address.</summary>
    public static Bezorging Van(SmtpErrorCode waar, int status, string tekst)
    {
        var code = Code().Match(tekst) is { Success: true } m ? m.Value : null;
        var antwoord = code is null ? $"{status}" : $"{status} {code}";
        return status < 500 || status is 530 or 535 || code?.StartsWith("5.7.", StringComparison.Ordinal) == true ? new Later(antwoord)
            : waar == SmtpErrorCode.RecipientNotAccepted ? new AdresGeweigerd(antwoord)
            : waar == SmtpErrorCode.MessageNotAccepted ? new BerichtGeweigerd(antwoord)
            : new Later(antwoord);
    }

    /// <summary>How the e-mail stands after it.</summary>
    /// <param name="pogingen">How often it was tried, this time too.</param>
    /// <param name="tot">When it is of no use any more.</param>
    public Uitslag Na(int pogingen, Instant nu, Instant tot)
    {
        switch (this)
        {
            case Bezorgd:
                return new(Emailtoestand.Verzonden, nu);
            case Onduidelijk e:
                return new(Emailtoestand.Onzeker, nu, e.Antwoord);
            case AdresGeweigerd e:
                return new(Emailtoestand.Geweigerd, nu, e.Antwoord, AdresOnbestelbaar: true);
            case BerichtGeweigerd e:
                return new(Emailtoestand.Geweigerd, nu, e.Antwoord);
            case Later e:
                var volgende = nu + Pauzes[Math.Min(pogingen, Pauzes.Length) - 1];
                return volgende < tot ? new(Emailtoestand.Wacht, volgende, e.Antwoord) : new(Emailtoestand.Vervallen, nu, e.Antwoord);
            default:
                throw new InvalidOperationException($"{this} is no outcome.");
        }
    }

    public sealed record Uitslag(Emailtoestand Stand, Instant VolgendeOp, string? Fout = null, bool AdresOnbestelbaar = false);

    [GeneratedRegex(@"^[245]\.[0-9]{1,3}\.[0-9]{1,3}\b")]
    private static partial Regex Code();
}
