using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Relaties.Machtigingen;

/// <summary>
/// An enterprise gives another one the power to act for it (art. 2:1 Awb): what for, from which day, and until and with which day when it said so.
/// </summary>
/// <param name="Personen">Pseudonyms of who may use it; empty: everyone who acts for the gemachtigde.</param>
/// <param name="Namen">The names of both, kept beside the stream (<see cref="Machtigingsnamen"/>).</param>
/// <param name="Door">Pseudonym of who gave it.</param>
[Naam("machtiging-verleend")]
public sealed record MachtigingVerleend(
    string Gever,
    string Gemachtigde,
    IReadOnlyList<string> Personen,
    IReadOnlyList<Machtigingsomvang> Omvang,
    LocalDate Vanaf,
    LocalDate? TotEnMet,
    Verwijzing Namen,
    string Door,
    Instant Op
) : Gebeurtenis;

/// <summary>The enterprise took it back: from this moment on nothing is done with it.</summary>
[Naam("machtiging-beeindigd")]
public sealed record MachtigingBeeindigd(string Door, Instant Op) : Gebeurtenis;

/// <summary>The executor ended it: from this moment on nothing is done with it (art. 2:2 Awb).</summary>
/// <param name="Toelichting">For the file of the executor, kept beside the stream; the enterprise sees the ground.</param>
[Naam("machtiging-geweigerd")]
public sealed record MachtigingGeweigerd(Weigeringsgrond Grond, Verwijzing Toelichting, string Door, Instant Op) : Gebeurtenis;

/// <summary>Why the executor ended it, as both enterprises may know.</summary>
public enum Weigeringsgrond
{
    /// <summary>Serious objections to the one who acts (art. 2:2, first paragraph, Awb).</summary>
    ErnstigeBezwaren,

    /// <summary>It was not given by who could give it, or not to who was meant.</summary>
    OnjuistGegeven,

    /// <summary>The enterprise asked for it, and could not end it by itself.</summary>
    OpVerzoek,
}

internal static class Weigeringsgronden
{
    /// <summary>As an answer writes it: what may be absent there is text.</summary>
    public static string Woord(this Weigeringsgrond grond) => JsonNamingPolicy.KebabCaseLower.ConvertName(grond.ToString());
}

/// <summary>The reason in the words of who ended it for the executor.</summary>
public sealed record Weigeringstoelichting(string Tekst);

/// <summary>How the two know each other; names can be those of people.</summary>
/// <param name="Gever">What the giving enterprise calls itself.</param>
/// <param name="Gemachtigde">What it calls the other.</param>
public sealed record Machtigingsnamen(string Gever, string Gemachtigde);

public enum Machtigingsstand
{
    GaatLaterIn,
    Geldig,
    Verlopen,
    Beeindigd,
}

/// <summary>What one enterprise may do for another: one at a time, so that ending it leaves nothing behind.</summary>
public sealed record Machtiging : IVanOnderneming
{
    public string Id { get; init; } = "";

    /// <summary>KVK number of the enterprise that is acted for.</summary>
    public string Gever { get; init; } = "";

    /// <summary>KVK number of the enterprise that acts.</summary>
    public string Gemachtigde { get; init; } = "";

    public IReadOnlyList<string> Personen { get; init; } = [];

    public IReadOnlyList<Machtigingsomvang> Omvang { get; init; } = [];

    public LocalDate Vanaf { get; init; }

    public LocalDate? TotEnMet { get; init; }

    public Verwijzing? Namen { get; init; }

    public Instant VerleendOp { get; init; }

    public Instant? BeeindigdOp { get; init; }

    /// <summary>Null when it was not the executor who ended it.</summary>
    public Weigeringsgrond? Geweigerd { get; init; }

    [JsonIgnore]
    public string KvkNummer => Gever;

    public static string Stroom(string gever, string gemachtigde) => $"{gever}-{gemachtigde}";

    /// <summary>On this day in Amsterdam.</summary>
    public Machtigingsstand Stand(LocalDate dag) =>
        BeeindigdOp is not null ? Machtigingsstand.Beeindigd
        : dag > TotEnMet ? Machtigingsstand.Verlopen
        : dag < Vanaf ? Machtigingsstand.GaatLaterIn
        : Machtigingsstand.Geldig;

    public bool IsVoor(string persoon) => Personen.Count == 0 || Personen.Contains(persoon);

    /// <summary>What this person may do on this day; empty when nothing.</summary>
    public IReadOnlyList<Machtigingsomvang> Geldt(string persoon, LocalDate dag) =>
        Stand(dag) == Machtigingsstand.Geldig && IsVoor(persoon) ? Omvang : [];

    public Machtiging Apply(MachtigingVerleend e) =>
        this with
        {
            Gever = e.Gever,
            Gemachtigde = e.Gemachtigde,
            Personen = e.Personen,
            Omvang = e.Omvang,
            Vanaf = e.Vanaf,
            TotEnMet = e.TotEnMet,
            Namen = e.Namen,
            VerleendOp = e.Op,
            BeeindigdOp = null,
            Geweigerd = null,
        };

    public Machtiging Apply(MachtigingBeeindigd e) => this with { BeeindigdOp = e.Op };

    public Machtiging Apply(MachtigingGeweigerd e) => this with { BeeindigdOp = e.Op, Geweigerd = e.Grond };
}
