using JasperFx;
using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Betalingen.Uitbetalen.AfschriftVerwerken;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>
/// Books what was received for a claim: by the reference on a statement, or as two people say. What belongs to no claim, and what is more than stands open, is
/// told and not booked.
/// </summary>
public sealed class Ontvangsten(Stroom<Vordering> stroom, Vorderingen vorderingen)
{
    /// <summary>Of a movement without a reference of ours.</summary>
    internal const string Onbekend = "Geen betaalopdracht en geen vordering heeft dit kenmerk. Zoek uit wat dit is.";

    /// <param name="mutaties">Movements that belong to no payment order, in the order of the statement.</param>
    /// <param name="zaken">To which the cases are added that something was booked of.</param>
    public async Task<IReadOnlyList<(Oordeel Oordeel, Regel Regel)>> Verwerk(
        IReadOnlyList<Mutatie> mutaties,
        ISet<string> zaken,
        Instant nu,
        CancellationToken ct
    )
    {
        var regels = new List<(Oordeel, Regel)>();
        var terugbetaald = new List<(string Zaaknummer, TerugbetalingVernomen Terugbetaling)>();
        var groepen = mutaties
            .GroupBy(m => Betalingskenmerk.Zoek(m.Boeking.EndToEndId, m.Boeking.Tekst) ?? "", StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var ids = groepen.Keys.Where(k => k.Length > 0).ToList();
        var uitkomsten = await stroom.SchrijfElk(
            ids,
            vordering =>
            {
                zaken.Add(vordering.Zaaknummer);
                var (beslissing, gezegd) = Beslis(vordering, groepen[vordering.Id], nu);
                regels.AddRange(gezegd);
                terugbetaald.AddRange(Terugbetaald(vordering.Id, beslissing, nu).Select(t => (vordering.Zaaknummer, t)));
                return beslissing;
            },
            ct
        );
        var zonder = ids.Where((_, i) => uitkomsten[i] is not null).Append("").Where(groepen.ContainsKey);
        regels.AddRange(zonder.SelectMany(k => groepen[k]).Select(m => Zeg(m, null, Oordeel.Ongekoppeld, Onbekend)));
        // The obligation of a case is written once, whatever came in for its claims.
        foreach (var zaak in terugbetaald.GroupBy(t => t.Zaaknummer))
        {
            await vorderingen.Terugbetaald(zaak.Key, [.. zaak.Select(t => t.Terugbetaling)], nu, ct);
        }
        return regels;
    }

    /// <summary>Books on this claim what is left of a movement on the work list, as far as it stands open.</summary>
    /// <param name="rest">What was left of it when that was decided.</param>
    public async Task<Uitkomst> Koppel(string vordering, Bankregel regel, decimal rest, Instant nu, CancellationToken ct)
    {
        var (zaaknummer, terugbetaald) = ("", new List<TerugbetalingVernomen>());
        var uitkomst = await stroom.Schrijf(
            vordering,
            stand =>
            {
                var (beslissing, over) = BankregelAfhandelen.Boek(stand, regel, nu);
                // Something was booked on it since it was read: all of it is decided again.
                if (over != rest)
                {
                    throw new ConcurrencyException(typeof(Vordering), vordering);
                }
                zaaknummer = stand.Zaaknummer;
                terugbetaald.AddRange(Terugbetaald(stand.Id, beslissing, nu));
                return beslissing;
            },
            ct
        );
        if (uitkomst.Weigering is null)
        {
            await vorderingen.Terugbetaald(zaaknummer, terugbetaald, nu, ct);
        }
        return uitkomst;
    }

    private static IEnumerable<TerugbetalingVernomen> Terugbetaald(string vordering, Beslissing beslissing, Instant nu) =>
        beslissing
            .Gebeurtenissen.OfType<VorderingBetaald>()
            .Select(b => new TerugbetalingVernomen(vordering, b.Mutatie, b.Toegerekend.Hoofdsom, nu));

    /// <summary>What the movements with the reference of this claim mean for it, in the order of the statement.</summary>
    /// <param name="ookAfgeboekt">Whether they can be for what was written off: only where people say so.</param>
    public static (Beslissing Beslissing, IReadOnlyList<(Oordeel Oordeel, Regel Regel)> Regels) Beslis(
        Vordering vordering,
        IReadOnlyList<Mutatie> mutaties,
        Instant nu,
        bool ookAfgeboekt = false
    )
    {
        var gebeurtenissen = new List<Gebeurtenis>();
        var regels = new List<(Oordeel, Regel)>();
        var stand = vordering;
        foreach (var mutatie in mutaties)
        {
            if (stand.Betalingen.FirstOrDefault(b => b.Mutatie == mutatie.Naam) is { } betaald)
            {
                // One of which a part was booked is on the work list, and is compared there.
                regels.Add(
                    Dezelfde(mutatie.Boeking, betaald.Toegerekend.Totaal, betaald.Dag)
                        ? Zeg(mutatie, stand.Id, Oordeel.EerderGeboekt, "Deze boeking was al verwerkt.")
                        : Zeg(mutatie, stand.Id, Oordeel.Hergebruikt, TweeBoekingen(mutatie.Naam))
                );
                continue;
            }
            if (mutatie.Boeking.Bedrag <= 0)
            {
                regels.Add(
                    Zeg(
                        mutatie,
                        stand.Id,
                        Oordeel.Ongekoppeld,
                        "Het kenmerk is van een vordering, maar er is betaald en niet ontvangen. Vraag het na bij de bank."
                    )
                );
                continue;
            }
            var (beslissing, rest) = stand.Ontvang(mutatie.Naam, mutatie.Boeking.Bedrag, mutatie.Boeking.Boekdatum, nu, ookAfgeboekt);
            gebeurtenissen.AddRange(beslissing.Gebeurtenissen);
            stand = beslissing.Gebeurtenissen.Aggregate(stand, (s, gebeurtenis) => s.Na(gebeurtenis));
            regels.Add(Weeg(mutatie, stand, beslissing.Gebeurtenissen.Count > 0, rest));
        }
        return (Beslissing.Van(gebeurtenissen), regels);
    }

    private static (Oordeel, Regel) Weeg(Mutatie mutatie, Vordering na, bool geboekt, decimal rest) =>
        (geboekt, rest) switch
        {
            (_, > 0) when na.Afgeboekt.Totaal > 0 => Zeg(
                mutatie,
                na.Id,
                Oordeel.DeelsGekoppeld,
                "Deze vordering is afgeboekt. Koppel de ontvangst met zijn tweeën: zoveel wordt dan van de afboeking teruggenomen.",
                rest
            ),
            (false, _) => Zeg(
                mutatie,
                na.Id,
                Oordeel.DeelsGekoppeld,
                "Van deze vordering staat niets meer open. Er is niets geboekt: zoek uit of het terug moet naar de betaler.",
                rest
            ),
            (true, > 0) => Zeg(
                mutatie,
                na.Id,
                Oordeel.DeelsGekoppeld,
                FormattableString.Invariant(
                    $"De vordering is voldaan; {rest:0.00} is meer dan openstond en staat op de werklijst. Zoek uit of dat terug moet naar de betaler."
                ),
                rest
            ),
            _ => Zeg(
                mutatie,
                na.Id,
                Oordeel.Geboekt,
                na.Open.Totaal <= 0
                    ? "Ontvangen; de vordering is voldaan."
                    : FormattableString.Invariant($"Ontvangen; er staat nog {na.Open.Totaal:0.00} open.")
            ),
        };

    private static (Oordeel, Regel) Zeg(Mutatie mutatie, string? vordering, Oordeel oordeel, string uitleg, decimal? rest = null) =>
        (
            oordeel,
            new Regel(mutatie.Naam, mutatie.Boeking.Bedrag, mutatie.Boeking.Boekdatum, null, uitleg, Vordering: vordering, Rest: rest)
        );
}
