using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Opdrachten;

// What was signed elsewhere must fit together before anything is ordered for it.
public sealed partial record Verplichting
{
    /// <summary>So many people stand under each decision by which money leaves: who proposed or assessed it, and who signed.</summary>
    private const int Handtekeningen = 2;

    /// <summary>
    /// In which words this orders a payment without a decision of two people; null when it does not. No decision is without: also what is settled without a
    /// request is proposed by one and signed by two. What was heard before this was asked stands.
    /// </summary>
    private static string? NietOndertekend(Gebeurtenis vernomen) =>
        vernomen switch
        {
            VoorschotVernomen e => NietOndertekend(e.Besluit, e.Ondertekenaars),
            VaststellingVernomen e => NietOndertekend(e.Besluit, e.Ondertekenaars),
            HerroepingVernomen e => NietOndertekend(e.Besluit, e.Ondertekenaars),
            _ => null,
        };

    private static string? NietOndertekend(string besluit, IReadOnlyList<string> ondertekenaars) =>
        string.IsNullOrWhiteSpace(besluit) ? "Er is geen besluit genoemd: zonder besluit wordt niets betaald."
        : ondertekenaars.Where(o => !string.IsNullOrWhiteSpace(o)).Distinct(StringComparer.Ordinal).Count() < Handtekeningen
            ? $"Besluit {besluit} is niet door twee mensen ondertekend: er wordt niets voor betaald."
        : null;

    /// <summary>In which words what was heard does not fit; null when it does.</summary>
    private string? Tegenspraak()
    {
        if (Verlening is not { } verlening)
        {
            return null;
        }
        if (Wijzigingen.Any(w => w.KvkNummer != verlening.KvkNummer || w.Bedrag < w.Was))
        {
            return $"Een wijziging past niet bij {verlening.Besluit}: een andere onderneming, of een lager bedrag.";
        }
        var voorschotten = Voorschotten().Select(v => v.Voorschot).Where(Bekend).ToList();
        if (
            voorschotten.Sum(v => v.Bedrag) > Math.Min(TeBevoorschotten ?? 0, Verleend ?? 0)
            || voorschotten.Any(v => v.KvkNummer != verlening.KvkNummer)
        )
        {
            return $"Het voorschot ({voorschotten.Sum(v => v.Bedrag)}) past niet bij {verlening.Besluit} (voorschot {TeBevoorschotten}).";
        }
        if (TegenspraakVanIntrekking(verlening) is { } tegenspraak)
        {
            return tegenspraak;
        }
        // A settlement that reckons with more, or with a withdrawal, waits until what made it so is heard; one with a withdrawal can be on a lower award than
        // the one in whose place it comes.
        var (vorige, betaald) = ((VaststellingVernomen?)null, 0m);
        foreach (var v in Vaststellingen())
        {
            if (
                (
                    v.Intrekking is null
                    && v.Verleend < Verleend
                    && v.Verleend != verlening.Bedrag
                    && Wijzigingen.All(w => v.Verleend != w.Bedrag && v.Verleend != w.Was)
                )
                || v.Vastgesteld > v.Verleend
                || v.Vastgesteld < (vorige?.Vastgesteld ?? 0)
                || (v.Intrekking is null && v.Verleend < (vorige?.Verleend ?? 0))
                || (WasVerleend(verlening, v) && v.Voorschotten != Bevoorschot(verlening, v) + betaald)
                || v.NogTeBetalen != v.Vastgesteld - v.Voorschotten
                || v.KvkNummer != verlening.KvkNummer
            )
            {
                return $"{v.Besluit} rekent niet met {verlening.Besluit} (verleend {Verleend}, voorschot {TeBevoorschotten}).";
            }
            (vorige, betaald) = (v, betaald + Math.Max(0, v.NogTeBetalen));
        }
        return null;
    }

    /// <summary>What contradicts the award in what is known of its withdrawal.</summary>
    private string? TegenspraakVanIntrekking(VerplichtingAangegaan verlening) =>
        Intrekkingen.FirstOrDefault(i =>
            i.KvkNummer != verlening.KvkNummer || i.Bedrag < 0 || i.Bedrag >= i.Was || i.Voorschot < 0 || i.Voorschot > i.Bedrag
        )
            is { } fout
            ? $"Intrekking {fout.Besluit} past niet bij {verlening.Besluit}: een andere onderneming, of geen lager bedrag."
        : Herroepingen.FirstOrDefault(h => h.KvkNummer != verlening.KvkNummer || h.Blijft <= 0 || h.Voorschot > h.Bedrag) is { } onjuist
            ? $"Herroeping {onjuist.Besluit} past niet bij {verlening.Besluit}: een andere onderneming, of een onmogelijk bedrag."
        : null;
}
