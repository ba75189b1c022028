using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Vaststelling;

/// <summary>
/// Takes every settlement and what leads to it again: the state from the events before it, through the same functions. The arguments beside
/// the stream are not looked at: no amount hangs on their words.
/// </summary>
internal sealed class Narekenen : INarekening
{
    public IReadOnlyList<Type> Besluiten { get; } = [typeof(InSteekproef), typeof(Voorgesteld), typeof(Vastgesteld)];

    public async Task<IReadOnlyList<Nagerekend>> Reken(Bundel bundel, CancellationToken ct)
    {
        var regels = await bundel.Regels<VaststellingContext>(ct);
        return [.. bundel.Stromen.SelectMany(verloop => Stroom(verloop, regels))];
    }

    private static IEnumerable<Nagerekend> Stroom(Verloop verloop, Regelstanden regels)
    {
        // Two events back as well: the second signature and the settlement are one decision.
        var (eerder, stand) = (Vouw.Begin<Verantwoording>(verloop.Id), Vouw.Begin<Verantwoording>(verloop.Id));
        foreach (var gebeurtenis in verloop.Gebeurtenissen)
        {
            var (voorVorige, voor) = (eerder, stand);
            (eerder, stand) = (stand, Vouw.Volg(stand, gebeurtenis));
            Func<Beslissing>? opnieuw = gebeurtenis switch
            {
                InSteekproef e => () => SteekproefTrekken.Beslis(voor, new(e.Zaad, e.Bron), e.Door, regels.Toen(e.Regelhash), e.Op),
                Voorgesteld e => () =>
                    Beoordelen.Beslis(verloop.Id, voor, Oordelen(e), _ => e.Argumenten, e.Door, regels.Toen(e.Regelhash), e.Op),
                Vastgesteld e => () =>
                    Ondertekenen.Beslis(verloop.Id, voorVorige, e.Voorstelhash, e.Ondertekenaars[^1], regels.Toen(e.Regelhash), e.Op),
                _ => null,
            };
            if (opnieuw is not null)
            {
                yield return Nagerekend.Van(verloop.Id, gebeurtenis, opnieuw, veld => Artikel(regels, voor, gebeurtenis, veld));
            }
        }
    }

    // The words of an argument change nothing in what is computed.
    private static Beoordelen.Verzoek Oordelen(Voorgesteld voorstel) =>
        new([
            .. voorstel.Uitgevoerd.Select(soort => new Beoordelen.Oordeel(soort, true, "-")),
            .. voorstel.NietUitgevoerd.Select(soort => new Beoordelen.Oordeel(soort, false, "-")),
        ]);

    private static string Artikel(Regelstanden regels, Verantwoording voor, Gebeurtenis besluit, string veld)
    {
        var (hash, op) = besluit switch
        {
            InSteekproef e => (e.Regelhash, e.Op),
            Voorgesteld e => (e.Regelhash, e.Op),
            Vastgesteld e => (e.Regelhash, e.Op),
            _ => throw new ArgumentException($"{besluit.GetType().Name} is no decision here.", nameof(besluit)),
        };
        var versie = regels.Toen(hash).Versie(voor.Opening!.Regelversie, op);
        return veld switch
        {
            "uiterlijk" when besluit is InSteekproef => versie.Termijn(Termijncode.Bewijs).Artikel,
            "uiterlijk" => versie.Termijn(Termijncode.AmbtshalveVaststelling).Artikel,
            _ => versie.Stap(Stapcode.SubsidieVastgesteld).Artikel,
        };
    }
}
