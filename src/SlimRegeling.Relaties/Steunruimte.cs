using NodaTime;
using SlimRegeling.Platform.Stromen;
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
        var eerder = onderneming.Steun.TakeWhile(p => p.Sleutel != post.Sleutel);
        return Op(Regels(post, regels), onderneming.HoofdSbi, eerder.Append(post), post.VerleendOp).Beschikbaar;
    }

    /// <summary>Each award by the rules of its own moment, also when its room is computed again later.</summary>
    public static Regelversie Regels(Steunpost post, Regelstanden regels) => regels.Versie(post.Regelversie, post.Op);

    /// <summary>The room for aid that would be granted on this day.</summary>
    public static DeMinimisruimte Op(Regelversie versie, string? hoofdSbi, IEnumerable<Steunpost> steun, LocalDate dag) =>
        DeMinimis.Ruimte(
            versie,
            new Regels.Onderneming(0, 0, 0, hoofdSbi is null ? [] : [hoofdSbi]),
            steun.Select(post => new Steun(post.Bedrag, post.VerleendOp)),
            dag
        );

    /// <summary>Enters what was granted, and what that does to the room of what is there already.</summary>
    public static Beslissing Registreer(Onderneming? onderneming, Steunpost post, Regelstanden regels)
    {
        var stand = onderneming ?? new Onderneming();
        if (stand.Steun.Any(p => p.Sleutel == post.Sleutel))
        {
            return Beslissing.Geen;
        }
        var na = stand.Met(post);
        return Beslissing.Van([
            new SteunGeregistreerd(
                post.Zaaknummer,
                post.Bedrag,
                post.VerleendOp,
                post.Regelversie,
                Na(na, post, regels),
                post.Op,
                Regels(post, regels).Hash,
                post.Besluit
            ),
            .. Herreken(na, regels, post.Op, behalve: post),
        ]);
    }

    /// <summary>Events for the awards whose room turns out different, but for <paramref name="behalve"/>.</summary>
    public static IEnumerable<RuimteHerrekend> Herreken(
        Onderneming onderneming,
        Regelstanden regels,
        Instant op,
        Steunpost? behalve = null
    ) =>
        from post in onderneming.Steun
        where post.Sleutel != behalve?.Sleutel
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
