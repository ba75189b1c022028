using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using static System.FormattableString;

namespace SlimRegeling.Aanvragen.Begrotingen;

public enum Regelsoort
{
    EigenUren,
    ExterneUren,
    OverigeExterneKosten,
    Trajecten,
    Praktijkleerplaatsen,
}

/// <summary>What stands on a line of a budget; only what belongs to its kind is filled. Euro without VAT.</summary>
[Description("Wat op een regel van de begroting staat; vul in wat bij de soort regel hoort.")]
public sealed record Regelwaarde(
    [property: JsonConverter(typeof(AantalConverter))] [property: Voorbeeld("40")] decimal? Uren = null,
    [property: Description("Voor uren van eigen mensen.")] [property: Voorbeeld("\"41280.00\"")] decimal? Brutojaarloon = null,
    [property: Description("Voor uren van eigen mensen.")] bool? Eigenaar = null,
    [property: Description("Voor uren van een externe adviseur.")] [property: Voorbeeld("\"125.00\"")] decimal? Uurtarief = null,
    [property: Description("Voor uren van een externe adviseur.")] bool? Marktconform = null,
    [property: Description("Voor andere externe kosten.")] [property: Voorbeeld("\"899.20\"")] decimal? Bedrag = null,
    [property: Description("Voor trajecten en praktijkleerplaatsen.")] [property: Range(0, Gegevenscontrole.MeesteStuks)] int? Aantal = null
);

/// <summary>One line of a budget: hours of one person or adviser, other costs, or pieces of an activity.</summary>
/// <param name="Plaats">Where it stands in the form, such as <c>activiteiten[0].externeUren[1]</c>: by it a judgment names the line.</param>
/// <param name="Rij">Which activity of the form it belongs to: a form can have two of one kind.</param>
/// <param name="Activiteit">A, B, C or D.</param>
public sealed record Begrotingsregel(string Plaats, int Rij, string Activiteit, Regelsoort Soort, Regelwaarde Waarde)
{
    /// <summary>The lines of a budget in the order of the form.</summary>
    public static IReadOnlyList<Begrotingsregel> Van(IReadOnlyList<Activiteitgegevens> activiteiten) =>
        [.. activiteiten.SelectMany((activiteit, rij) => Regels(activiteit, rij))];

    /// <summary>What the rules count for it, in euro (<see cref="Begrotingsbedrag"/>).</summary>
    public decimal Bedrag(Regelversie versie) => Begrotingsbedrag.Van(versie, Samen(Activiteit, [this]).Regelactiviteit());

    /// <summary>An activity of these lines.</summary>
    public static Activiteitgegevens Samen(string activiteit, IReadOnlyList<Begrotingsregel> regels)
    {
        var eigen = regels.Where(r => r.Soort == Regelsoort.EigenUren).Select(r => r.Waarde).ToList();
        var adviseurs = regels.Where(r => r.Soort == Regelsoort.ExterneUren).Select(r => r.Waarde).ToList();
        return new(
            activiteit,
            eigen.Count == 0 ? null : [.. eigen.Select(w => new EigenUrenregel(w.Uren, w.Brutojaarloon, w.Eigenaar))],
            adviseurs.Count == 0 ? null : [.. adviseurs.Select(w => new ExterneUrenregel(w.Uren, w.Uurtarief, w.Marktconform))],
            regels.FirstOrDefault(r => r.Soort == Regelsoort.OverigeExterneKosten)?.Waarde.Bedrag,
            regels.FirstOrDefault(r => r.Soort == Regelsoort.Trajecten)?.Waarde.Aantal,
            regels.FirstOrDefault(r => r.Soort == Regelsoort.Praktijkleerplaatsen)?.Waarde.Aantal
        );
    }

    private static IEnumerable<Begrotingsregel> Regels(Activiteitgegevens a, int rij)
    {
        foreach (var (i, uren) in (a.EigenUren ?? []).Index())
        {
            yield return Regel(Invariant($"eigenUren[{i}]"), Regelsoort.EigenUren, new(uren.Uren, uren.Brutojaarloon, uren.Eigenaar));
        }
        foreach (var (i, uren) in (a.ExterneUren ?? []).Index())
        {
            yield return Regel(
                Invariant($"externeUren[{i}]"),
                Regelsoort.ExterneUren,
                new(uren.Uren, Uurtarief: uren.Uurtarief, Marktconform: uren.Marktconform)
            );
        }
        if (a.OverigeExterneKosten is > 0m and var bedrag)
        {
            yield return Regel("overigeExterneKosten", Regelsoort.OverigeExterneKosten, new(Bedrag: bedrag));
        }
        if (a.Trajecten is > 0 and var trajecten)
        {
            yield return Regel("trajecten", Regelsoort.Trajecten, new(Aantal: trajecten));
        }
        if (a.Praktijkleerplaatsen is > 0 and var plaatsen)
        {
            yield return Regel("praktijkleerplaatsen", Regelsoort.Praktijkleerplaatsen, new(Aantal: plaatsen));
        }

        Begrotingsregel Regel(string veld, Regelsoort soort, Regelwaarde waarde) =>
            new(Invariant($"activiteiten[{rij}].{veld}"), rij, a.Soort, soort, waarde);
    }
}
