using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bezwaren;

namespace SlimRegeling.Web.Geldwerk;

/// <param name="Open">All that is not confirmed to be in the central register.</param>
/// <param name="Volgende">Asks the next page; null on the last one.</param>
/// <param name="Nadert">Of which the last day comes near, or is today.</param>
public sealed record Steunwerk(int Open, int TeLaat, IReadOnlyList<Steunregel> Regels, string? Volgende = null, int Nadert = 0)
{
    /// <summary>What of it cannot wait, in words; null when all can.</summary>
    public string? Dringend =>
        (TeLaat, Nadert) switch
        {
            (0, 0) => null,
            (_, 0) => $"{Weergave.Getal(TeLaat)} te laat",
            (0, _) => $"{Weergave.Getal(Nadert)} bijna te laat",
            _ => $"{Weergave.Getal(TeLaat)} te laat en {Weergave.Getal(Nadert)} bijna",
        };
}

/// <param name="Soort">nieuw, wijziging or intrekking.</param>
/// <param name="Stand">op-te-geven, te-bevestigen or onvolledig.</param>
/// <param name="Dagen">Until the last day; below zero: so many too late.</param>
/// <param name="Reden">What is missing; null when nothing is.</param>
public sealed record Steunregel(
    string Kenmerk,
    string Soort,
    string Stand,
    string KvkNummer,
    string Zaaknummer,
    decimal Bedrag,
    DateOnly VerleendOp,
    DateOnly Uiterlijk,
    int Dagen,
    string? Naam = null,
    string? Opgave = null,
    string? Reden = null,
    bool Nadert = false
)
{
    public string Standtekst =>
        Stand switch
        {
            "op-te-geven" => "Op te geven",
            "te-bevestigen" => "In een bestand, te bevestigen",
            _ => "Onvolledig",
        };

    /// <summary>How long it still can, in words.</summary>
    public string Nog =>
        Dagen switch
        {
            < 0 => Geldwoorden.TeLaat(-Dagen),
            0 => "vandaag",
            _ when Nadert => $"bijna: nog {Geldwoorden.Aantal(Dagen, "dag", "dagen")}",
            _ => $"nog {Geldwoorden.Aantal(Dagen, "dag", "dagen")}",
        };
}

/// <summary>A file for the central register.</summary>
/// <param name="Stand">gemaakt, bevestigd or vervallen.</param>
/// <param name="TeLaat">How many lines were delivered after their last day; null while nobody confirmed that they were.</param>
public sealed record Opgavebeeld(
    string Opgave,
    string Stand,
    DateOnly Uiterlijk,
    int Nieuw,
    int Wijzigingen,
    int Intrekkingen,
    decimal Totaal,
    string Hash,
    string Indeling,
    DateTimeOffset Gemaakt,
    string GemaaktDoor,
    DateOnly? GeleverdOp = null,
    DateTimeOffset? Bevestigd = null,
    string? BevestigdDoor = null,
    DateTimeOffset? Vervallen = null,
    string? VervallenDoor = null,
    string? Reden = null,
    int? TeLaat = null
)
{
    public string Standtekst =>
        Stand switch
        {
            "gemaakt" => "Gemaakt: wacht op bevestiging",
            "bevestigd" when TeLaat > 0 => $"Geleverd en bevestigd, {Geldwoorden.Aantal(TeLaat.Value, "regel", "regels")} te laat",
            "bevestigd" => "Geleverd en bevestigd",
            _ => "Vervallen",
        };
}

/// <param name="DagenTeLaat">Delivered so many days after its last day; null while nobody confirmed that it was.</param>
public sealed record Opgaveregel(
    string Kenmerk,
    string Soort,
    string KvkNummer,
    string Zaaknummer,
    decimal Bedrag,
    DateOnly VerleendOp,
    string Nace,
    DateOnly Uiterlijk,
    string? Naam = null,
    int? DagenTeLaat = null
)
{
    /// <summary>Whether it came in time, in words; null while that is not known.</summary>
    public string? Levering =>
        DagenTeLaat is { } dagen
            ? dagen == 0
                ? "op tijd geleverd"
                : Geldwoorden.TeLaat(dagen)
            : null;
}

public sealed record Opgaveblad(Opgavebeeld Opgave, IReadOnlyList<Opgaveregel> Regels);

/// <summary>What came of making a file.</summary>
public sealed record Opgaveantwoord(string Opgave, int Regels, IReadOnlyList<Nietopgegeven> Overgeslagen);

/// <summary>Aid that is not in the file, and why.</summary>
public sealed record Nietopgegeven(string Kenmerk, string Reden);

/// <summary>What an employee of finance can do about the central register.</summary>
internal static class Registerstappen
{
    public const string Maken = "maken";
    public const string Bevestigen = "bevestigen";
    private const string Vervallen = "vervallen";

    public static IReadOnlyList<Stapvorm> Nieuw(IReadOnlyList<Opgavebeeld> opgaven, Steunwerk werk, Persoon persoon) =>
        persoon.Heeft(Rol.FinancieelMedewerker) && werk.Open > 0 && opgaven.All(o => o.Stand != "gemaakt")
            ?
            [
                new(Maken, "Een bestand voor het register maken", "Maak het bestand", "steunregister/opgaven", [])
                {
                    Uitleg = "Alles wat volledig is, gaat mee. Een collega bevestigt dat het bestand is geleverd.",
                },
            ]
            : [];

    public static IReadOnlyList<Stapvorm> Van(Opgavebeeld opgave, Persoon persoon)
    {
        if (opgave.Stand != "gemaakt")
        {
            return [];
        }
        var pad = $"steunregister/opgaven/{Uri.EscapeDataString(opgave.Opgave)}";
        var stappen = new List<Stapvorm>();
        if (opgave.GemaaktDoor != persoon.Onderwerp)
        {
            stappen.Add(
                new(
                    Bevestigen,
                    "Bevestigen dat dit bestand is geleverd",
                    "Bevestig de levering",
                    $"{pad}/bevestiging",
                    [
                        new("geleverdOp", "Op welke dag nam het register het aan?", Veldvorm.Dag),
                        new(
                            "hash",
                            "Hash (SHA-256) van het bestand dat is geleverd",
                            Veldvorm.Regel,
                            "Bereken die van het geleverde bestand zelf."
                        ),
                    ]
                )
                {
                    Uitleg = "Wie het bestand maakte, bevestigt het niet.",
                }
            );
        }
        stappen.Add(
            new(
                Vervallen,
                "Het bestand laten vervallen",
                "Laat het bestand vervallen",
                $"{pad}/vervallenverklaring",
                [new("reden", "Waarom is het niet geleverd of niet aangenomen?")]
            )
            {
                Gevaar = true,
                Uitleg = "Wat erin staat, komt in het volgende bestand.",
            }
        );
        return stappen;
    }
}
