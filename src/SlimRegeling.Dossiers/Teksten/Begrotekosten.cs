using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Regels;

namespace SlimRegeling.Dossiers.Teksten;

/// <summary>
/// Who pays the costs that an award states: together they are the subsidy, what the recipient pays and what others do (4.2, second paragraph,
/// Kaderregeling). Of what others pay nothing is budgeted; what becomes of it at the settlement the rule says, and the letter with it.
/// </summary>
internal static class Begrotekosten
{
    private const decimal VanDerden = 0.00m;

    public static Briefvelden MetBegroting(this Briefvelden velden, Func<Briefgeval, SubsidieVerleendBericht> verleend) =>
        velden
            .Veld(
                "begrote kosten",
                "de kosten van de activiteiten samen, ook die met een vast bedrag",
                g => Getal.Euro(Samen(verleend(g), g.Versie))
            )
            .Veld(
                "eigen bijdrage",
                "wat de ontvanger van de begrote kosten zelf betaalt",
                g => Getal.Euro(Samen(verleend(g), g.Versie) - verleend(g).Bedrag - VanDerden)
            )
            .Veld("bijdragen van derden", "wat anderen van de begrote kosten betalen", _ => Getal.Euro(VanDerden))
            .Veld(
                "regel bijdragen van derden",
                "wat een bijdrage van een ander betekent voor de kosten die meetellen",
                g => Bijdragen(g.Versie, verleend(g).Besluitdatum)
            );

    /// <summary>As the rules of the day of the award settle it.</summary>
    private static string Bijdragen(Regelversie versie, LocalDate dag)
    {
        var artikel = versie.Parameters[Parameters.BijdragenDerden.Code].Artikel;
        return Bijdragekeuze.TrektAf(versie, dag)
            ? $"Wat een ander aan de kosten bijdraagt, gaat van die kosten af (artikel {artikel})."
            : $"Krijgt u voor de kosten een bijdrage van een ander, dan tellen zij toch helemaal mee (artikel {artikel}).";
    }

    /// <summary>What has a fixed amount is budgeted at that; never less than the subsidy, of an award that does not tell what its activities weigh.</summary>
    private static decimal Samen(SubsidieVerleendBericht bericht, Regelversie versie)
    {
        var type = bericht.Aanvragertype ?? Aanvragertype.MkbOnderneming;
        var vast = (bericht.Aandelen ?? new Dictionary<string, decimal>())
            .Where(a => !Vaststellingsberekening.HeeftKosten(versie, a.Key))
            .Sum(a => a.Value);
        var verklaring = Vaststellingsberekening.VereistControleverklaring(versie, type, bericht.Bedrag)
            ? versie.Zoek(Parameters.BedragControleverklaring) ?? 0m
            : 0m;
        return Math.Max(bericht.SubsidiabeleKosten + vast + verklaring, bericht.Bedrag);
    }
}
