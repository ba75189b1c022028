using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen;

/// <summary>An activity with its costs, as it is asked and as it is computed beforehand. Euro without VAT.</summary>
[Description("Een activiteit met haar kosten; vul in wat van toepassing is.")]
public sealed record Activiteitgegevens(
    [property: Description(
        "A: doorlichting van de onderneming; B: loopbaan- of ontwikkeladvies; C: begeleiding bij een methode; D: praktijkleerplaats (tot en met 2024)."
    )]
    [property: AllowedValues(nameof(Activiteitsoort.A), nameof(Activiteitsoort.B), nameof(Activiteitsoort.C), nameof(Activiteitsoort.D))]
    [property: Required]
        string Soort,
    [property: Description("Uren van eigen mensen. Voor A en C, en voor B in een tijdvak zonder vast bedrag per traject.")]
        IReadOnlyList<EigenUrenregel>? EigenUren = null,
    [property: Description("Uren van een externe adviseur. Voor A en C, en voor B in een tijdvak zonder vast bedrag per traject.")]
        IReadOnlyList<ExterneUrenregel>? ExterneUren = null,
    [property: Description("Andere externe kosten. Voor A en C, en voor B in een tijdvak zonder vast bedrag per traject.")]
    [property: Voorbeeld("\"899.20\"")]
        decimal? OverigeExterneKosten = null,
    [property: Description("Aantal loopbaan- of ontwikkeltrajecten. Alleen voor B.")]
    [property: Range(0, Gegevenscontrole.MeesteStuks)]
    [property: Voorbeeld("10")]
        int? Trajecten = null,
    [property: Description("Aantal praktijkleerplaatsen van een jaar. Alleen voor D.")]
    [property: Range(0, Gegevenscontrole.MeesteStuks)]
    [property: Voorbeeld("2")]
        int? Praktijkleerplaatsen = null
)
{
    public Activiteit Regelactiviteit() =>
        new(Enum.Parse<Activiteitsoort>(Soort))
        {
            EigenUren = [.. (EigenUren ?? []).Select(u => new EigenUren(u.Uren ?? 0m, u.Brutojaarloon ?? 0m, u.Eigenaar ?? false))],
            ExterneUren = [.. (ExterneUren ?? []).Select(u => new ExterneUren(u.Uren ?? 0m, u.Uurtarief ?? 0m, u.Marktconform ?? false))],
            OverigeExterneKosten = OverigeExterneKosten ?? 0m,
            Trajecten = Trajecten ?? 0,
            Praktijkleerplaatsen = Praktijkleerplaatsen ?? 0,
        };
}

[Description("Uren van iemand die in dienst is, of van de eigenaar.")]
public sealed record EigenUrenregel(
    [property: Description("Met ten hoogste twee decimalen.")]
    [property: JsonConverter(typeof(AantalConverter))]
    [property: Voorbeeld("60")]
    [property: Required]
        decimal? Uren = null,
    [property: Description("Bruto loon van een voltijds jaar met een vaste dertiende maand, zonder vakantiegeld en ander loon.")]
    [property: Voorbeeld("\"41280.00\"")]
    [property: Required]
        decimal? Brutojaarloon = null,
    [property: Description("true voor het gebruikelijk loon van een eigenaar: dat telt zonder de opslag voor werkgeverslasten.")]
        bool? Eigenaar = null
);

[Description("Uren van een externe adviseur.")]
public sealed record ExterneUrenregel(
    [property: Description("Met ten hoogste twee decimalen.")]
    [property: JsonConverter(typeof(AantalConverter))]
    [property: Voorbeeld("40")]
    [property: Required]
        decimal? Uren = null,
    [property: Voorbeeld("\"125.00\"")] [property: Required] decimal? Uurtarief = null,
    [property: Description(
        "true als is aangetoond dat het tarief marktconform is. In tijdvakken tot en met 2023 telt dan ook wat boven het maximum komt."
    )]
        bool? Marktconform = null
);
