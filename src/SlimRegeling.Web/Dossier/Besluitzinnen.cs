using SlimRegeling.Web.Api.Zaken;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Dossier;

/// <summary>
/// Of each decision that an applicant waits for: when it comes, that it was told to come later, and from when a penalty runs. Whole sentences; how much a
/// penalty is nobody decided yet.
/// </summary>
public static class Besluitzinnen
{
    public static IEnumerable<string> Van(ZaakTonenZaakbeeld zaak, Teksten t, DateOnly vandaag)
    {
        foreach (var besluit in zaak.Besluiten ?? [])
        {
            // When it comes without being asked is told with the other last days.
            if (besluit is { Onderwerp: Besluitonderwerp.Vaststelling, Uiterlijk: { } dag } && zaak.LaatsteDagen?.Vaststellen is null)
            {
                yield return dag < vandaag
                    ? t["Wij hadden de subsidie uiterlijk op {0} moeten vaststellen.", t.Dag(dag)]
                    : t["Wij stellen de subsidie uiterlijk op {0} vast.", t.Dag(dag)];
            }
            if (Wijziging(besluit, t, vandaag) is { } wijziging)
            {
                yield return wijziging;
            }
            if (Later(besluit, t, vandaag) is { } later)
            {
                yield return later;
            }
            if (Dwangsom(besluit, t, vandaag) is { } dwangsom)
            {
                yield return $"{Ingebreke(besluit, t)} {dwangsom}";
            }
        }
    }

    /// <summary>Whether the settlement was asked for, or comes without that.</summary>
    public static bool WachtOpVaststelling(ZaakTonenZaakbeeld zaak) =>
        (zaak.Besluiten ?? []).Any(b => b is { Onderwerp: Besluitonderwerp.Vaststelling, Wacht: true, Uiterlijk: not null });

    private static string? Wijziging(Besluitstand besluit, Teksten t, DateOnly vandaag) =>
        besluit is not { Onderwerp: Besluitonderwerp.Wijziging, Uiterlijk: { } dag } ? null
        : dag < vandaag ? t["Wij hadden uiterlijk op {0} moeten beslissen op uw verzoek {1}.", t.Dag(dag), besluit.Wijziging]
        : besluit.Verwacht is not null
            ? t["Ons besluit op uw verzoek {1} komt later. U krijgt het uiterlijk op {0}.", t.Dag(dag), besluit.Wijziging]
        : t["Wij beslissen uiterlijk op {0} op uw verzoek {1}.", t.Dag(dag), besluit.Wijziging];

    /// <summary>Of a change the day that was told is its last day.</summary>
    private static string? Later(Besluitstand besluit, Teksten t, DateOnly vandaag) =>
        (besluit.Verwacht, besluit.Onderwerp) switch
        {
            ({ } dag, Besluitonderwerp.Aanvraag) when dag < vandaag => t[
                "Wij schreven u dat ons besluit op uw aanvraag er uiterlijk op {0} zou zijn. Die dag is voorbij.",
                t.Dag(dag)
            ],
            ({ } dag, Besluitonderwerp.Aanvraag) => t["Ons besluit op uw aanvraag komt later. U krijgt het uiterlijk op {0}.", t.Dag(dag)],
            ({ } dag, Besluitonderwerp.Vaststelling) when dag < vandaag => t[
                "Wij schreven u dat wij uw subsidie uiterlijk op {0} zouden vaststellen. Die dag is voorbij.",
                t.Dag(dag)
            ],
            ({ } dag, Besluitonderwerp.Vaststelling) => t[
                "Wij stellen uw subsidie later vast. U krijgt het besluit uiterlijk op {0}.",
                t.Dag(dag)
            ],
            _ => null,
        };

    private static string Ingebreke(Besluitstand besluit, Teksten t)
    {
        var dag = t.Dag(besluit.IngebrekeOp!.Value);
        return besluit.Onderwerp switch
        {
            Besluitonderwerp.Aanvraag => t["Wij ontvingen op {0} uw brief dat ons besluit op uw aanvraag te laat is.", dag],
            Besluitonderwerp.Vaststelling => t["Wij ontvingen op {0} uw brief dat de vaststelling van uw subsidie te laat is.", dag],
            _ => t["Wij ontvingen op {0} uw brief dat ons besluit op uw verzoek {1} te laat is.", dag, besluit.Wijziging],
        };
    }

    /// <summary>Null when none runs, ran, or can come to run.</summary>
    private static string? Dwangsom(Besluitstand besluit, Teksten t, DateOnly vandaag)
    {
        if (besluit is not { DwangsomVanaf: { } vanaf, DwangsomTot: { } tot, Dwangsomdagen: var dagen })
        {
            return null;
        }
        if (dagen is null or 0)
        {
            return besluit.Wacht
                ? t["Is ons besluit er op {0} nog niet, dan begint op die dag een dwangsom te lopen (artikel 4:17 Awb).", t.Dag(vanaf)]
                : null;
        }
        var loopt =
            besluit.Wacht && vandaag <= tot
                ? t["Vanaf {0} loopt een dwangsom, tot ons besluit er is (artikel 4:17 Awb).", t.Dag(vanaf)]
                : t["Vanaf {0} liep een dwangsom (artikel 4:17 Awb).", t.Dag(vanaf)];
        return $"{loopt} {t["Of wij de dwangsom moeten betalen en hoeveel zij is, beslissen wij apart (artikel 4:18 Awb)."]}";
    }
}
