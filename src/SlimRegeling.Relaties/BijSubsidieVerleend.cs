using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Relaties;

/// <summary>Registers the aid of an award, once per case, also of an enterprise that has not enrolled yet.</summary>
public sealed class BijSubsidieVerleend(Stroom<Onderneming> ondernemingen, Regelbron<RelatiesContext> regelbron)
    : IVerwerker<SubsidieVerleendBericht>
{
    public async Task Verwerk(SubsidieVerleendBericht bericht, CancellationToken ct)
    {
        var regels = await regelbron.Nu(ct);
        await ondernemingen.SchrijfOfBegin(bericht.KvkNummer, onderneming => Beslis(onderneming, bericht, regels), ct);
    }

    public static Beslissing Beslis(Onderneming? onderneming, SubsidieVerleendBericht bericht, Regelstanden regels)
    {
        var stand = onderneming ?? new Onderneming();
        if (stand.Steun.Any(post => post.Zaaknummer == bericht.Zaaknummer))
        {
            return Beslissing.Geen;
        }
        var post = new Steunpost(bericht.Zaaknummer, bericht.Bedrag, bericht.Besluitdatum, bericht.Regelversie, 0m, bericht.Op);
        var na = stand.Met(post);
        return Beslissing.Van([
            new SteunGeregistreerd(
                post.Zaaknummer,
                post.Bedrag,
                post.VerleendOp,
                post.Regelversie,
                Steunruimte.Na(na, post, regels),
                bericht.Op,
                Steunruimte.Regels(post, regels).Hash
            ),
            .. Steunruimte.Herreken(na, regels, bericht.Op, behalve: post.Zaaknummer),
        ]);
    }
}
