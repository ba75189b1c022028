using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen;

/// <summary>A party of a partnership, as the rules look at it. Euro; size over the last closed financial year.</summary>
[Description("Een partij van een samenwerkingsverband.")]
public record Deelnemergegevens
{
    public const string Hoofdaanvrager = "hoofdaanvrager";
    public const string Partij = "partij";

    [RegularExpression("^[0-9]{8}$")]
    [Voorbeeld("\"22222222\"")]
    public required string KvkNummer { get; init; }

    [Description("Precies één deelnemer is hoofdaanvrager.")]
    [AllowedValues(Hoofdaanvrager, Partij)]
    public required string Rol { get; init; }

    [Description("De soort partij.")]
    [AllowedValues(
        Partijsoort.MkbOnderneming,
        Partijsoort.Brancheorganisatie,
        Partijsoort.Onderwijsinstelling,
        Partijsoort.OenOFonds,
        Partijsoort.Werkgeversvereniging,
        Partijsoort.Werknemersvereniging
    )]
    public required string Type { get; init; }

    [Description(
        "Wat de partij draagt van de externe kosten en de loonkosten samen. De aandelen van alle partijen tellen op tot dat bedrag: na de maximale tarieven en de afronding, voor de toeslag voor overige kosten. Alleen in een concept mag het nog ontbreken."
    )]
    [Voorbeeld("\"70000.00\"")]
    public decimal? AandeelKosten { get; init; }

    [Description("Fte, met ten hoogste twee decimalen. Verplicht voor een mkb-onderneming.")]
    [JsonConverter(typeof(AantalConverter))]
    [Range(0, Gegevenscontrole.MeestePersonen)]
    [Voorbeeld("30")]
    public decimal? WerkzamePersonen { get; init; }

    [Description("Verplicht voor een mkb-onderneming.")]
    [Voorbeeld("\"4000000.00\"")]
    public decimal? Jaaromzet { get; init; }

    [Description("Verplicht voor een mkb-onderneming.")]
    [Voorbeeld("\"2000000.00\"")]
    public decimal? Balanstotaal { get; init; }

    [Description("De SBI-codes; de eerste is de hoofdactiviteit. Landbouw, visserij en wegvervoer hebben een eigen maximum.")]
    [Voorbeeld("[\"4321\"]")]
    public IReadOnlyList<string>? SbiCodes { get; init; }

    [Description("KVK-nummers van ondernemingen waarmee deze partij verbonden is (meer dan 50%).")]
    [Voorbeeld("[\"44444444\"]")]
    public IReadOnlyList<string>? VerbondenMet { get; init; }

    [JsonIgnore]
    public bool IsMkb => Type == Partijsoort.MkbOnderneming;

    public Deelnemer Regeldeelnemer() =>
        new(
            KvkNummer,
            Rol == Hoofdaanvrager,
            Type,
            AandeelKosten ?? 0m,
            IsMkb ? new Onderneming(WerkzamePersonen ?? 0m, Jaaromzet ?? 0m, Balanstotaal ?? 0m, SbiCodes ?? []) : null,
            VerbondenMet ?? []
        );
}

/// <summary>A party in an application: with its name and what it declares (2.8, second paragraph).</summary>
[Description("Een partij van het samenwerkingsverband dat aanvraagt.")]
public sealed record Partijgegevens : Deelnemergegevens
{
    [Voorbeeld("\"Bouwbedrijf de Troffel\"")]
    public string? Naam { get; init; }

    [Description("Wat deze partij verklaart; wat ontbreekt kan later worden aangevuld.")]
    public Partijverklaringen? Verklaringen { get; init; }

    /// <summary>For who reads about it.</summary>
    [JsonIgnore]
    public string Aanduiding => Naam is { Length: > 0 } naam ? naam : $"de partij met KVK-nummer {KvkNummer}";
}

/// <param name="Mkb">The mkb-verklaring; only of an mkb-onderneming.</param>
public sealed record Partijverklaringen(bool? Mkb = null, DeMinimisverklaring? DeMinimis = null);

/// <summary>An enterprise whose size counts with that of the applicant (mkb-verklaring, steps 4 and 5).</summary>
[Description("Een onderneming waarmee een band bestaat van kapitaal of stemmen, in welke richting ook.")]
public record Bandgegevens
{
    public const string Verbonden = "verbonden";
    public const string Partner = "partner";

    [Description("verbonden: meer dan 50%, telt geheel mee; partner: 25% tot en met 50%, telt mee naar het percentage.")]
    [AllowedValues(Verbonden, Partner)]
    public required string Soort { get; init; }

    [Description("Het hoogste percentage van kapitaal en stemmen.")]
    [JsonConverter(typeof(AantalConverter))]
    [Range(0, 100)]
    [Voorbeeld("33.5")]
    public required decimal Percentage { get; init; }

    [Description("Fte, met ten hoogste twee decimalen.")]
    [JsonConverter(typeof(AantalConverter))]
    [Range(0, Gegevenscontrole.MeestePersonen)]
    [Voorbeeld("40")]
    public required decimal WerkzamePersonen { get; init; }

    [Voorbeeld("\"6000000.00\"")]
    public required decimal Jaaromzet { get; init; }

    [Voorbeeld("\"2500000.00\"")]
    public required decimal Balanstotaal { get; init; }

    public GelieerdeOnderneming Regelband() =>
        new(Soort == Verbonden ? Band.Verbonden : Band.Partner, Percentage, WerkzamePersonen, Jaaromzet, Balanstotaal);
}

/// <summary>Such an enterprise in an application: which it is, because linked enterprises apply once in a window (2.8, fourth paragraph).</summary>
[Description("Een onderneming waarmee een band bestaat van kapitaal of stemmen, in welke richting ook, en welke dat is.")]
public sealed record Verbandgegevens : Bandgegevens
{
    [Description("Verplicht als de band meer dan 50% is en de onderneming niet buitenlands is.")]
    [RegularExpression("^[0-9]{8}$")]
    [Voorbeeld("\"44444444\"")]
    public string? KvkNummer { get; init; }

    [Description("true als de onderneming in het buitenland is gevestigd en geen KVK-nummer heeft.")]
    public bool? Buitenlands { get; init; }

    [Description("Verplicht als de band meer dan 50% is en de onderneming buitenlands is.")]
    [Voorbeeld("\"Nordic Tools AB\"")]
    public string? Naam { get; init; }
}
