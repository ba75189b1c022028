using SlimRegeling.Regels;

namespace SlimRegeling.Relaties;

/// <summary>
/// What of an award is de-minimis aid, of whom and since which day: a pure function of what was said of the case, and of nothing else. The award is what
/// Verlening decided last. What was settled less than the award that it settles is so much less aid; what the award became more since then is aid until it
/// is settled anew.
/// </summary>
internal static class Steunverdeling
{
    /// <summary>What counts of an award as aid, of all who receive it together, in euro.</summary>
    /// <param name="zaak">With an award.</param>
    public static decimal Bedrag(Steunzaak zaak)
    {
        var verleend = zaak.Verleningen[^1].Bedrag;
        if (zaak.Vaststelling is not { } vaststelling)
        {
            return verleend;
        }
        // What a withdrawal of the settlement leaves is what is settled: it is not settled anew.
        var sindsdien = zaak.VaststellingIngetrokken ? 0m : Math.Max(0m, verleend - vaststelling.Verleend);
        return Math.Min(verleend, Math.Min(verleend, vaststelling.Vastgesteld) + sindsdien);
    }

    /// <summary>What stands, by KVK number: of each grant, oldest first, what is left of it. Empty while no award was heard of.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Steunpost>> Van(Steunzaak zaak)
    {
        var ontvangers = zaak.Ontvangers.ToDictionary(o => o, _ => new Toekenningen(zaak.Id), StringComparer.Ordinal);
        foreach (var besluit in zaak.Verleningen)
        {
            foreach (var (ontvanger, toekenningen) in ontvangers)
            {
                if (besluit.Was is { } was)
                {
                    toekenningen.Sluit(was.GetValueOrDefault(ontvanger), besluit);
                }
                toekenningen.Volg(besluit.Partijen.GetValueOrDefault(ontvanger), besluit);
            }
        }
        if (zaak.Verleningen is [.., var laatste])
        {
            var delen = Delen(laatste, Bedrag(zaak));
            foreach (var (ontvanger, toekenningen) in ontvangers)
            {
                toekenningen.Neem(toekenningen.Samen - delen.GetValueOrDefault(ontvanger), komtTerug: true);
            }
        }
        return ontvangers.ToDictionary(o => o.Key, o => o.Value.Staand, StringComparer.Ordinal);
    }

    /// <summary>
    /// Aid over who receives the award, in proportion to their parts (2.11, fourth paragraph): a settlement divides nothing anew. The last cents are of the
    /// hoofdaanvrager, as in the settlement, or else of another that has a part.
    /// </summary>
    private static Dictionary<string, decimal> Delen(VerleningVernomen verleend, decimal steun)
    {
        if (steun == verleend.Bedrag)
        {
            return verleend.Partijen.ToDictionary(StringComparer.Ordinal);
        }
        var samen = verleend.Partijen.Values.Sum();
        var delen = verleend.Partijen.ToDictionary(
            p => p.Key,
            p => samen == 0m ? 0m : Getal.Centen(p.Value * steun / samen),
            StringComparer.Ordinal
        );
        var eerste = verleend
            .Partijen.OrderBy(p => p.Value == 0m)
            .ThenBy(p => p.Key != verleend.KvkNummer)
            .ThenBy(p => p.Key, StringComparer.Ordinal)
            .First()
            .Key;
        delen[eerste] += steun - delen.Values.Sum();
        return delen;
    }

    /// <summary>What was granted to one recipient by one case, oldest first; what is taken is taken from the oldest first.</summary>
    private sealed class Toekenningen(string zaaknummer)
    {
        /// <summary>Each with what it can be again, when what a withdrawal took of it is given back.</summary>
        private readonly List<(Steunpost Post, decimal Toegekend)> _posten = [];

        public decimal Samen => _posten.Sum(p => p.Post.Bedrag);

        public IReadOnlyList<Steunpost> Staand => [.. _posten.Select(p => p.Post).Where(p => p.Bedrag != 0m)];

        /// <summary>What it was before a decision, where those that made it so were not heard: it is aid of the day of the award.</summary>
        public void Sluit(decimal was, VerleningVernomen besluit)
        {
            Geef(was - Samen, besluit);
            Neem(Samen - was, komtTerug: false);
        }

        /// <summary>What a decision makes more is granted on its day; what was withdrawn and is given back counts from the day on which it was granted.</summary>
        public void Volg(decimal wordt, VerleningVernomen besluit)
        {
            var erbij = wordt - Samen;
            if (besluit.Soort is Steunbesluit.Verlening or Steunbesluit.Wijziging && erbij > 0m)
            {
                Voeg(Post(erbij, besluit) with { Besluit = besluit.Soort == Steunbesluit.Verlening ? null : besluit.Besluit });
            }
            else
            {
                Geef(erbij, besluit);
            }
            Neem(-erbij, komtTerug: besluit.Soort is Steunbesluit.Intrekking or Steunbesluit.IntrekkingVaststelling);
        }

        /// <param name="bedrag">Nothing happens when it is not above zero, here and below.</param>
        public void Neem(decimal bedrag, bool komtTerug)
        {
            for (var i = 0; i < _posten.Count && bedrag > 0m; i++)
            {
                var (post, toegekend) = _posten[i];
                var eraf = Math.Min(post.Bedrag, bedrag);
                _posten[i] = (post with { Bedrag = post.Bedrag - eraf }, komtTerug ? toegekend : toegekend - eraf);
                bedrag -= eraf;
            }
        }

        private void Geef(decimal bedrag, VerleningVernomen besluit)
        {
            for (var i = 0; i < _posten.Count && bedrag > 0m; i++)
            {
                var (post, toegekend) = _posten[i];
                var erbij = Math.Min(toegekend - post.Bedrag, bedrag);
                _posten[i] = (post with { Bedrag = post.Bedrag + erbij }, toegekend);
                bedrag -= erbij;
            }
            if (bedrag > 0m)
            {
                Voeg(Post(bedrag, besluit) with { VerleendOp = besluit.VerleendOp });
            }
        }

        private void Voeg(Steunpost nieuw)
        {
            var i = _posten.FindIndex(p => p.Post.Sleutel == nieuw.Sleutel);
            if (i >= 0)
            {
                var (post, toegekend) = _posten[i];
                _posten[i] = (post with { Bedrag = post.Bedrag + nieuw.Bedrag }, toegekend + nieuw.Bedrag);
                return;
            }
            _posten.Add((nieuw, nieuw.Bedrag));
            _posten.Sort((a, b) => Steunpost.Volgorde.Compare(a.Post, b.Post));
        }

        private Steunpost Post(decimal bedrag, VerleningVernomen besluit) =>
            new(zaaknummer, bedrag, besluit.Besluitdatum, besluit.Regelversie, 0m, besluit.Op);
    }
}
