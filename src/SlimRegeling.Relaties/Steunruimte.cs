using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Relaties;

/// <summary>
/// De-minimis room of an enterprise. The regulation counts per één onderneming; until groups are registered this is the enterprise itself.
/// </summary>
internal static class Steunruimte
{
    /// <summary>What is left after the award: what was granted before it, or on its day by a lower case number, counts with it.</summary>
    public static decimal Na(Onderneming onderneming, Steunpost post, Regelstanden regels)
    {
        var eerder = onderneming.Steun.Where(p => Steunpost.Volgorde.Compare(p, post) < 0);
        return Op(Regels(post, regels), onderneming.HoofdSbi, eerder.Append(post), post.VerleendOp).Beschikbaar;
    }

    /// <summary>Each award by the rules of its own moment, also when its room is computed again later.</summary>
    public static Regelversie Regels(Steunpost post, Regelstanden regels) => regels.Versie(post.Regelversie, post.Op);

    /// <summary>The rules of the day itself: de minimis follows its own date, not a window.</summary>
    public static Regelversie Nu(Regelstanden regels, Instant nu)
    {
        var (versies, dag) = (Regelboek.Laad(), Moment.Dag(nu));
        return regels.Versie((versies.LastOrDefault(v => v.Vanaf <= dag) ?? versies[0]).Id, nu);
    }

    /// <summary>The room for aid that would be granted on this day.</summary>
    public static DeMinimisruimte Op(Regelversie versie, string? hoofdSbi, IEnumerable<Steunpost> steun, LocalDate dag) =>
        DeMinimis.Ruimte(
            versie,
            new Regels.Onderneming(0, 0, 0, hoofdSbi is null ? [] : [hoofdSbi]),
            steun.Select(post => new Steun(post.Bedrag, post.VerleendOp)),
            dag
        );

    /// <summary>
    /// Enters what stands of the aid by one case, in the place of what was entered of it, and what that does to the room of what is there already.
    /// </summary>
    /// <param name="posten">All of the case; what is no longer among them does not stand any more.</param>
    /// <param name="op">The moment of what changed it.</param>
    public static Beslissing Registreer(
        Onderneming? onderneming,
        string zaaknummer,
        IReadOnlyList<Steunpost> posten,
        Regelstanden regels,
        Instant op
    )
    {
        var stand = onderneming ?? new Onderneming();
        var was = stand.Steun.Where(p => p.Zaaknummer == zaaknummer).ToDictionary(p => p.Sleutel);
        var vervallen = was.Values.Where(p => posten.All(post => post.Sleutel != p.Sleutel)).Select(p => p with { Bedrag = 0m });
        var anders = posten
            .Where(p => !was.TryGetValue(p.Sleutel, out var eerder) || p with { RuimteNa = eerder.RuimteNa } != eerder)
            .Concat(vervallen)
            .Order(Steunpost.Volgorde)
            .ToList();
        if (anders.Count == 0)
        {
            return Beslissing.Geen;
        }
        List<Gebeurtenis> gebeurtenissen = [];
        foreach (var post in anders)
        {
            var nu = post with { RuimteNa = Na(stand.Met(post), post, regels) };
            stand = stand.Met(nu);
            gebeurtenissen.Add(
                was.ContainsKey(post.Sleutel)
                    ? new SteunBijgesteld(
                        nu.Zaaknummer,
                        nu.Bedrag,
                        nu.VerleendOp,
                        nu.Regelversie,
                        nu.RuimteNa,
                        nu.Op,
                        Regels(nu, regels).Hash,
                        op,
                        nu.Besluit
                    )
                    : new SteunGeregistreerd(
                        nu.Zaaknummer,
                        nu.Bedrag,
                        nu.VerleendOp,
                        nu.Regelversie,
                        nu.RuimteNa,
                        nu.Op,
                        Regels(nu, regels).Hash,
                        nu.Besluit
                    )
            );
        }
        return Beslissing.Van([.. gebeurtenissen, .. Herreken(stand, regels, op)]);
    }

    /// <summary>Events for the awards whose room turns out different.</summary>
    public static IEnumerable<RuimteHerrekend> Herreken(Onderneming onderneming, Regelstanden regels, Instant op) =>
        from post in onderneming.Steun
        let ruimte = Na(onderneming, post, regels)
        where ruimte != post.RuimteNa
        select new RuimteHerrekend(
            post.Zaaknummer,
            post.Bedrag,
            post.VerleendOp,
            ruimte,
            op,
            post.Regelversie,
            Regels(post, regels).Hash,
            post.Besluit
        );
}
