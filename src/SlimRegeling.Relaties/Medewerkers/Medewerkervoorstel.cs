using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Relaties.Medewerkers;

/// <summary>What takes two beheerders.</summary>
public enum Voorstelsoort
{
    RolToekennen,
    Deblokkeren,
}

public enum Voorstelstand
{
    Voorgelegd,
    Ondertekend,
    Teruggezonden,

    /// <summary>The person was blocked, or the role was taken away, after it was made.</summary>
    Vervallen,
}

/// <summary>One beheerder proposes to give more; another one confirms it.</summary>
/// <param name="Rol">Null when it is about the block.</param>
[Naam("medewerkervoorstel-gedaan")]
public sealed record MedewerkervoorstelGedaan(
    string Kenmerk,
    int Voorstel,
    string Voorstelhash,
    Voorstelsoort Soort,
    Rol? Rol,
    Verwijzing Reden,
    string Door,
    Instant Op
) : Gebeurtenis;

/// <summary>The second person did not confirm it, or the first took it back.</summary>
[Naam("medewerkervoorstel-teruggezonden")]
public sealed record MedewerkervoorstelTeruggezonden(int Voorstel, string Voorstelhash, Verwijzing Reden, string Door, Instant Op)
    : Gebeurtenis;

/// <summary>Why, in the words of who did it; kept beside the stream.</summary>
public sealed record Medewerkerreden(string Tekst)
{
    public const int Langste = 1000;

    public static IEnumerable<Fout> Toets(string tekst)
    {
        if (string.IsNullOrWhiteSpace(tekst))
        {
            yield return new Fout("reden", "Schrijf op waarom. Wie later meekijkt, ziet deze reden.");
        }
        else if (tekst.Trim().Length > Langste)
        {
            yield return new Fout("reden", $"Schrijf de reden in ten hoogste {Langste} tekens.");
        }
    }
}

/// <param name="Ondertekenaar">Pseudonym of the second person; null until they confirmed it.</param>
public sealed record Medewerkervoorstel(
    MedewerkervoorstelGedaan Inhoud,
    Voorstelstand Stand = Voorstelstand.Voorgelegd,
    string? Ondertekenaar = null
)
{
    /// <summary>Lower-case hexadecimal SHA-256 over what is confirmed, one field a line.</summary>
    public static string Hash(MedewerkervoorstelGedaan voorstel) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        $"medewerker {voorstel.Kenmerk}",
                        $"voorstel {voorstel.Voorstel}",
                        $"soort {voorstel.Soort}",
                        $"rol {voorstel.Rol?.Claimwaarde()}",
                        $"reden {voorstel.Reden.Hash}",
                        $"voorgesteld-door {voorstel.Door}",
                        $"voorgesteld-op {InstantPattern.ExtendedIso.Format(voorstel.Op)}"
                    )
                )
            )
        );

    public static Weigering Onbekend(int nummer) =>
        Weigering.NietGevonden($"{nummer}") with
        {
            Uitleg = $"Voorstel {nummer} is er niet bij deze medewerker. Haal de medewerker opnieuw op en kies daaruit.",
        };

    /// <summary>Why it does not lie ready; null when it does.</summary>
    public static Weigering? NietOpen(int nummer, Medewerkervoorstel? voorstel) =>
        voorstel?.Stand switch
        {
            null => Onbekend(nummer),
            Voorstelstand.Voorgelegd => null,
            Voorstelstand.Ondertekend => Weigering.Van("al-bevestigd", "Dit voorstel is al bevestigd. Er hoeft niets meer te gebeuren."),
            Voorstelstand.Teruggezonden => Weigering.Van(
                "teruggezonden",
                "Dit voorstel is teruggezonden. Doe het opnieuw als het toch nodig is."
            ),
            _ => Weigering.Van(
                "vervallen",
                "Na dit voorstel is de rol ingetrokken of de medewerker geblokkeerd. Daarmee is het vervallen. Doe het opnieuw als het toch nodig is."
            ),
        };
}
