using NodaTime;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Relaties;

/// <summary>Aid counts as it was awarded until the settlement; from then on no more than what was settled.</summary>
public sealed class BijSubsidieVastgesteld(Stroom<Steunzaak> zaken, Stroom<Onderneming> ondernemingen, Regelbron<RelatiesContext> regelbron)
    : IVerwerker<SubsidieVastgesteldBericht>
{
    public async Task Verwerk(SubsidieVastgesteldBericht bericht, CancellationToken ct)
    {
        var gehoord = Vernomen(bericht);
        if (await Steunboeking.Na(zaken, bericht.Zaaknummer, bekend => Steunboeking.Beslis(bekend, gehoord), ct) is not { } zaak)
        {
            return;
        }
        var regels = await regelbron.Nu(ct);
        if (zaak.Verleningen.Count > 0)
        {
            await Steunboeking.Boek(ondernemingen, zaak, regels, bericht.Op, ct);
        }
        else if (bericht is { Steun: { } steun, VerleendOp: { } verleendOp })
        {
            foreach (var (kvkNummer, verschil) in steun.OrderBy(deel => deel.Key, StringComparer.Ordinal))
            {
                await ondernemingen.SchrijfOfBegin(
                    kvkNummer,
                    onderneming => BijEerdere(onderneming, bericht, verschil, verleendOp, regels),
                    ct
                );
            }
        }
    }

    public static VaststellingVernomen Vernomen(SubsidieVastgesteldBericht bericht) =>
        new(bericht.Besluit, bericht.Verleend, bericht.Vastgesteld, bericht.Op, bericht.Versie);

    /// <summary>
    /// An award that was entered before it was kept what was said of it: the settlement tells what it changes. Of one that was not heard of yet nothing is
    /// entered; it is settled when it is heard.
    /// </summary>
    public static Beslissing BijEerdere(
        Onderneming? onderneming,
        SubsidieVastgesteldBericht bericht,
        decimal verschil,
        LocalDate verleendOp,
        Regelstanden regels
    )
    {
        var posten = (onderneming?.Steun ?? []).Where(p => p.Zaaknummer == bericht.Zaaknummer).ToList();
        var post = new Steunpost(bericht.Zaaknummer, verschil, verleendOp, bericht.Regelversie, 0m, bericht.Op, bericht.Besluit);
        return posten.Count == 0 || posten.Any(p => p.Sleutel == post.Sleutel)
            ? Beslissing.Geen
            : Steunruimte.Registreer(onderneming, bericht.Zaaknummer, [.. posten, post], regels, bericht.Op);
    }
}
