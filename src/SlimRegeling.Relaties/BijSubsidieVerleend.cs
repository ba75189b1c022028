using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Relaties;

/// <summary>Registers the aid of an award, once per case, also of an enterprise that has not enrolled yet.</summary>
public sealed class BijSubsidieVerleend(Stroom<Onderneming> ondernemingen) : IVerwerker<SubsidieVerleendBericht>
{
    public Task Verwerk(SubsidieVerleendBericht bericht, CancellationToken ct) =>
        ondernemingen.SchrijfOfBegin(bericht.KvkNummer, onderneming => Beslis(onderneming, bericht), ct);

    public static Beslissing Beslis(Onderneming? onderneming, SubsidieVerleendBericht bericht)
    {
        var stand = onderneming ?? new Onderneming();
        if (stand.Steun.Any(post => post.Zaaknummer == bericht.Zaaknummer))
        {
            return Beslissing.Geen;
        }
        var post = new Steunpost(bericht.Zaaknummer, bericht.Bedrag, bericht.Besluitdatum, bericht.Regelversie, 0m);
        var na = stand.Met(post);
        return Beslissing.Van([
            new SteunGeregistreerd(post.Zaaknummer, post.Bedrag, post.VerleendOp, post.Regelversie, Steunruimte.Na(na, post), bericht.Op),
            .. Steunruimte.Herreken(na, bericht.Op, behalve: post.Zaaknummer),
        ]);
    }
}
