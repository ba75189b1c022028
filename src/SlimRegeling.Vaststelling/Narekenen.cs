using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling;

/// <summary>
/// Takes every settlement and what leads to it again: the state from the events before it, through the same functions. The arguments beside
/// the stream are not looked at: no amount hangs on their words.
/// </summary>
internal sealed class Narekenen : INarekening
{
    public IReadOnlyList<Type> Besluiten { get; } = [typeof(InSteekproef), typeof(Voorgesteld), typeof(Vastgesteld)];

    public Task<IReadOnlyList<Nagerekend>> Reken(Bundel bundel, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Nagerekend>>([.. bundel.Stromen.SelectMany(Stroom)]);

    internal static IEnumerable<Nagerekend> Stroom(Verloop verloop)
    {
        // Two events back as well: the second signature and the settlement are one decision.
        var (eerder, stand) = (Vouw.Begin<Verantwoording>(verloop.Id), Vouw.Begin<Verantwoording>(verloop.Id));
        foreach (var gebeurtenis in verloop.Gebeurtenissen)
        {
            var (voorVorige, voor) = (eerder, stand);
            (eerder, stand) = (stand, Vouw.Volg(stand, gebeurtenis));
            Func<Beslissing>? opnieuw = gebeurtenis switch
            {
                InSteekproef e => () => SteekproefTrekken.Beslis(voor, new(e.Zaad, e.Bron), e.Door, e.Op),
                Voorgesteld e => () => Beoordelen.Beslis(verloop.Id, voor, Oordelen(e), _ => e.Argumenten, e.Door, e.Op),
                Vastgesteld e => () => Ondertekenen.Beslis(verloop.Id, voorVorige, e.Voorstelhash, e.Ondertekenaars[^1], e.Op),
                _ => null,
            };
            if (opnieuw is not null)
            {
                yield return Nagerekend.Van(verloop.Id, gebeurtenis, opnieuw, veld => Artikel(voor, gebeurtenis, veld));
            }
        }
    }

    // The words of an argument change nothing in what is computed.
    private static Beoordelen.Verzoek Oordelen(Voorgesteld voorstel) =>
        new([
            .. voorstel.Uitgevoerd.Select(soort => new Beoordelen.Oordeel(soort, true, "-")),
            .. voorstel.NietUitgevoerd.Select(soort => new Beoordelen.Oordeel(soort, false, "-")),
        ]);

    private static string Artikel(Verantwoording voor, Gebeurtenis besluit, string veld)
    {
        var opening = voor.Opening!;
        var versie = Regelboek.Versie(opening.Regelversie);
        return veld switch
        {
            "uiterlijk" when besluit is InSteekproef => versie.Termijn(Termijncode.Bewijs).Artikel,
            "uiterlijk" => versie.Termijn(Termijncode.AmbtshalveVaststelling).Artikel,
            _ => versie.Stap(Stapcode.SubsidieVastgesteld).Artikel,
        };
    }
}
