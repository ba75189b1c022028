using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>What the rules compute a settlement on request from: the award, and the lines as they were judged.</summary>
internal static class Grondslag
{
    /// <summary>The awards of before costs and type were kept cannot be settled on costs.</summary>
    public static readonly Weigering Onbekend = Weigering.Van(
        "verlening-onvolledig",
        "Bij de verlening is niet vastgelegd over welke kosten en met welk percentage de subsidie is verleend. Leg de zaak voor aan de regelbeheerder.",
        "4:46 Awb"
    );

    /// <summary>Whether the award asks an auditor's report.</summary>
    public static bool VraagtControle(Verantwoording verantwoording, Regelversie versie) =>
        Vaststellingsberekening.VereistControleverklaring(versie, verantwoording.Aanvragertype, verantwoording.Toegekend);

    /// <summary>Null when the award does not tell what it needs.</summary>
    /// <param name="controle">Whether the auditor's report that it asks was accepted; null when nobody judged that.</param>
    /// <param name="bijdragen">What others contributed; null when nobody did. The version says whether it is deducted.</param>
    /// <param name="perPartij">Of a partnership to the costs of each party; null of another, or when nobody did.</param>
    /// <param name="verlaging">What is taken off last; null when nothing is.</param>
    public static Vaststellingsgrondslag? Van(
        Verantwoording verantwoording,
        Regelversie versie,
        IReadOnlyList<Aanvaard> aanvaard,
        LocalDate dag,
        bool nihil,
        IReadOnlyDictionary<string, string>? sectoren,
        bool? controle,
        decimal? bijdragen,
        IReadOnlyDictionary<string, decimal>? perPartij,
        Verlaging? verlaging
    )
    {
        var (opening, type) = (verantwoording.Opening!, verantwoording.Aanvragertype);
        return
            opening.SubsidiabeleKosten is { } kosten
            && Vaststellingsberekening.Percentage(versie, type, kosten, opening.Aandelen) is { } percentage
            ? new(
                type,
                percentage,
                kosten,
                opening.Verleend,
                aanvaard,
                VraagtControle(verantwoording, versie) && controle != false,
                dag,
                nihil
            )
            {
                Sectoren = sectoren ?? new Dictionary<string, string>(),
                Bijdragen = bijdragen ?? 0m,
                BijdragenPerPartij = perPartij,
                Verlaging = verlaging,
            }
            : null;
    }

    /// <summary>The same of a declaration as it is judged.</summary>
    public static Vaststellingsgrondslag? Van(
        Verantwoording verantwoording,
        Declaratie declaratie,
        DeclaratieBeoordelen.Verzoek oordeel,
        IReadOnlyList<Aanvaard> aanvaard,
        Regelversie versie,
        LocalDate dag
    ) =>
        Van(
            verantwoording,
            versie,
            aanvaard,
            dag,
            oordeel.Nihil == true,
            oordeel.Sectoren,
            Controleoordelen.IsAanvaard(oordeel.Controleverklaring),
            Bijdragen.Samen(declaratie),
            Bijdragen.PerPartij(declaratie, verantwoording.Deelnames),
            Verlagingen.Van(oordeel.Verlaging)
        );

    /// <summary>What was accepted, by activity and party.</summary>
    /// <param name="oordelen">Of every line.</param>
    public static IReadOnlyList<Aanvaard> Aanvaard(
        Declaratie declaratie,
        IReadOnlyDictionary<string, Regeloordeel> oordelen,
        Regelversie versie
    ) =>
        [
            .. declaratie
                .Regels.GroupBy(r => (r.Activiteit, r.Partij))
                .OrderBy(g => g.Key.Activiteit, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Partij, StringComparer.Ordinal)
                .Select(g =>
                {
                    var telt = g.Where(r => oordelen[r.Id].Uitkomst != Regeluitkomst.Afgewezen).ToList();
                    return new Aanvaard(
                        g.Key.Activiteit,
                        g.Key.Partij,
                        telt.Where(r => !Regelbedrag.IsVast(r)).Sum(r => oordelen[r.Id].Bedrag ?? Regelbedrag.Gevraagd(versie, r)),
                        telt.Count(r => r.Soort == Kostensoort.Traject),
                        telt.Where(r => r.Soort == Kostensoort.Praktijkleerplaats)
                            .Sum(r => Math.Min(r.Weken ?? 0m, Vaststellingsberekening.WekenPerPlaats))
                    );
                }),
        ];

    /// <summary>What is asked, by activity, in euro.</summary>
    public static IReadOnlyDictionary<string, decimal> Gevraagd(Declaratie declaratie, Regelversie versie) =>
        declaratie
            .Regels.GroupBy(r => r.Activiteit)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Sum(r => Regelbedrag.Gevraagd(versie, r)));

    /// <summary>
    /// What the award counted for each activity with costs, with the surcharge: it follows from what the activity weighs in the subsidy. Empty when the
    /// award does not tell.
    /// </summary>
    public static IReadOnlyDictionary<string, decimal> Begroot(Verantwoording verantwoording, Regelversie versie)
    {
        var opening = verantwoording.Opening!;
        return
            opening is { Aandelen: { } aandelen, SubsidiabeleKosten: { } kosten }
            && Vaststellingsberekening.Percentage(versie, verantwoording.Aanvragertype, kosten, aandelen) is { } percentage
            ? opening
                .Activiteiten.Where(a => Vaststellingsberekening.HeeftKosten(versie, a) && aandelen.ContainsKey(a))
                .ToDictionary(a => a, a => Getal.Centen(aandelen[a] * 100m / percentage), StringComparer.Ordinal)
            : new Dictionary<string, decimal>();
    }
}
