using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Partnerschap;

/// <summary>What a party tells of itself in the draft of another. Who it is and its kind and role are the hoofdaanvrager's to say.</summary>
[Description("Wat een partij over zichzelf invult in de aanvraag van het samenwerkingsverband.")]
public sealed record Partijopgave
{
    [Voorbeeld("\"Bouwbedrijf de Troffel\"")]
    public string? Naam { get; init; }

    [Description("Wat deze partij draagt van de externe kosten en de loonkosten samen.")]
    [Voorbeeld("\"70000.00\"")]
    public decimal? AandeelKosten { get; init; }

    [Description("Fte, met ten hoogste twee decimalen.")]
    [JsonConverter(typeof(AantalConverter))]
    [Voorbeeld("30")]
    public decimal? WerkzamePersonen { get; init; }

    [Voorbeeld("\"4000000.00\"")]
    public decimal? Jaaromzet { get; init; }

    [Voorbeeld("\"2000000.00\"")]
    public decimal? Balanstotaal { get; init; }

    [Description("De SBI-codes; de eerste is de hoofdactiviteit.")]
    [Voorbeeld("[\"4321\"]")]
    public IReadOnlyList<string>? SbiCodes { get; init; }

    [Description("KVK-nummers van ondernemingen waarmee deze partij verbonden is (meer dan 50%).")]
    [Voorbeeld("[\"44444444\"]")]
    public IReadOnlyList<string>? VerbondenMet { get; init; }

    [Description("Wat deze partij verklaart.")]
    public Partijverklaringen? Verklaringen { get; init; }

    public static Partijopgave Van(Partijgegevens partij) =>
        new()
        {
            Naam = partij.Naam,
            AandeelKosten = partij.AandeelKosten,
            WerkzamePersonen = partij.WerkzamePersonen,
            Jaaromzet = partij.Jaaromzet,
            Balanstotaal = partij.Balanstotaal,
            SbiCodes = partij.SbiCodes,
            VerbondenMet = partij.VerbondenMet,
            Verklaringen = partij.Verklaringen,
        };

    /// <summary>The same party with these figures; its number, role and kind stay.</summary>
    public Partijgegevens In(Partijgegevens partij) =>
        partij with
        {
            Naam = Naam,
            AandeelKosten = AandeelKosten,
            WerkzamePersonen = WerkzamePersonen,
            Jaaromzet = Jaaromzet,
            Balanstotaal = Balanstotaal,
            SbiCodes = SbiCodes,
            VerbondenMet = VerbondenMet,
            Verklaringen = Verklaringen,
        };

    /// <summary>One text for all ways to write the same part: 30 and 30.0, nothing and an empty list.</summary>
    public string Afdruk() =>
        JsonSerializer.Serialize(
            this with
            {
                WerkzamePersonen = Kaal(WerkzamePersonen),
                SbiCodes = SbiCodes is { Count: > 0 } ? SbiCodes : null,
                VerbondenMet = VerbondenMet is { Count: > 0 } ? VerbondenMet : null,
                Verklaringen = Verklaringen is { Mkb: null, DeMinimis: null } ? null : Verklaringen,
            },
            Platform.Stromen.Json.Opties
        );

    private static decimal? Kaal(decimal? getal) => getal / 1.0000000000000000000000000000m;
}

/// <summary>
/// What a party sees of the whole: what is planned with whom, and what it costs together. Not the lines of the budget, in which wages of people
/// of others stand, and no figure of another party.
/// </summary>
/// <param name="Activiteiten">Letters, in their order.</param>
/// <param name="Kosten">Euro: what the parties divide; absent while it cannot be computed.</param>
[Description("Het gezamenlijke plan, zoals elke partij het ziet.")]
public sealed record Gezamenlijk(
    IReadOnlyList<Gezamenlijk.Deelnemer> Partijen,
    IReadOnlyList<Gezamenlijk.Activiteit> Activiteiten,
    Activiteitenplan? Plan = null,
    [property: Description("De externe kosten en de loonkosten die meetellen: wat de partijen samen verdelen.")] decimal? Kosten = null
)
{
    public sealed record Deelnemer(string KvkNummer, string Rol, string Type, string? Naam = null);

    public sealed record Activiteit(string Soort, int? Trajecten = null);

    public static Gezamenlijk Van(Formulier formulier, Regelversie versie) =>
        new(
            [.. (formulier.Partijen ?? []).Select(p => new Deelnemer(p.KvkNummer, p.Rol, p.Type, p.Naam))],
            [.. (formulier.Activiteiten ?? []).Where(a => a.Soort is not null).Select(a => new Activiteit(a.Soort!, a.Trajecten))],
            formulier.Plan,
            Som(formulier, versie)
        );

    /// <summary>Without the own name of the reader: correcting that changes nothing of the plan.</summary>
    public string Afdruk() =>
        JsonSerializer.Serialize(this with { Partijen = [.. Partijen.Select(p => p with { Naam = null })] }, Platform.Stromen.Json.Opties);

    private static decimal? Som(Formulier formulier, Regelversie versie) =>
        formulier.Activiteiten is { Count: > 0 } activiteiten
        && activiteiten.All(a => a.Soort is not null)
        && Formuliercontrole.Fouten(formulier).Count == 0
            ? Subsidieberekening.Bereken(versie, formulier.Regelplan(Aanvragertype.Samenwerkingsverband)).ExternEnLoon
            : null;
}
