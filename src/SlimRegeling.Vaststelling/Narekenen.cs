using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Declaraties;
using SlimRegeling.Vaststelling.Steekproeven;
using SlimRegeling.Vaststelling.Voortgang;

namespace SlimRegeling.Vaststelling;

/// <summary>
/// Takes every settlement and what leads to it again: the state from the events before it, through the same functions. The arguments beside
/// the stream are not looked at: no amount hangs on their words; but of a declaration on its lines and the judgments of them. Of a draw the strata
/// follow from the cases on its list, and who was drawn from the seed.
/// </summary>
internal sealed class Narekenen : INarekening
{
    public IReadOnlyList<Type> Besluiten { get; } =
    [
        typeof(InSteekproef),
        typeof(DeclaratieIngediend),
        typeof(DeclaratieaanvullingGevraagd),
        typeof(VerzoektermijnGesteld),
        typeof(VoortgangTeruggezonden),
        typeof(BrieftermijnGestart),
        typeof(Voorgesteld),
        typeof(Vastgesteld),
        typeof(SteekproefBegonnen),
        typeof(SteekproefGetrokken),
    ];

    public async Task<IReadOnlyList<Nagerekend>> Reken(Bundel bundel, CancellationToken ct)
    {
        var regels = await bundel.Regels<VaststellingContext>(ct);
        return
        [
            .. bundel.Stromen.SelectMany(verloop =>
                verloop.Gebeurtenissen is [SteekproefBegonnen begonnen, ..]
                    ? Trekkingen(verloop, begonnen, regels)
                    : Stroom(verloop, bundel.Inhouden, regels)
            ),
        ];
    }

    public IEnumerable<Verwijzing> Inhouden(Gebeurtenis gebeurtenis) =>
        gebeurtenis switch
        {
            DeclaratieIngediend e => [e.Inhoud],
            Voorgesteld { Afrekening: { } afrekening } e => [afrekening.Declaratie, e.Argumenten],
            _ => [],
        };

    private static IEnumerable<Nagerekend> Trekkingen(Verloop verloop, SteekproefBegonnen lijst, Regelstanden regels)
    {
        yield return Nagerekend.Van(verloop.Id, lijst, () => Opnieuw(lijst, regels), _ => "2.24, eerste lid");
        foreach (var e in verloop.Gebeurtenissen.OfType<SteekproefGetrokken>())
        {
            yield return Nagerekend.Van(
                verloop.Id,
                e,
                () => e with { Zaaknummers = Trekking.Trek(lijst.Populatie, lijst.Strata, e.Zaad) },
                _ => "2.24, eerste lid"
            );
        }
    }

    private static Beslissing Opnieuw(SteekproefBegonnen e, Regelstanden regels) =>
        Beginnen.Beslis(
            new(e.Tijdvak, e.Van, e.Tot),
            [.. e.Populatie.Select(lid => new Kandidaat(lid.Zaaknummer, e.Regelversie, lid.Verleend, lid.Signalen))],
            e.Door,
            regels.Toen(e.Regelhash),
            e.Op
        );

    private static IEnumerable<Nagerekend> Stroom(Verloop verloop, Inhouden inhouden, Regelstanden regels)
    {
        // Two events back as well: the second signature and the settlement are one decision.
        var (eerder, stand) = (Vouw.Begin<Verantwoording>(verloop.Id), Vouw.Begin<Verantwoording>(verloop.Id));
        foreach (var gebeurtenis in verloop.Gebeurtenissen)
        {
            var (voorVorige, voor) = (eerder, stand);
            (eerder, stand) = (stand, Vouw.Volg(stand, gebeurtenis));
            Func<Beslissing>? opnieuw = gebeurtenis switch
            {
                InSteekproef e => () =>
                    SteekproefTrekken.Beslis(voor, new(e.Zaad, e.Bron), e.Door, regels.Toen(e.Regelhash), e.Op, e.Steekproef),
                DeclaratieIngediend e => () =>
                    DeclaratieIndienen.Beslis(
                        voor,
                        inhouden.Lees<Declaratie>(e.Inhoud),
                        e.AllesGedaan,
                        _ => e.Inhoud,
                        regels.Toen(e.Regelhash),
                        e.Op,
                        zonderGegevens: e.MetGegevens is null
                    ),
                DeclaratieaanvullingGevraagd e => () =>
                    DeclaratieAanvullen.Beslis(voor, "-", _ => e.Vraag, e.Door, regels.Toen(e.Regelhash), e.Op),
                VerzoektermijnGesteld e => () => VerzoektermijnStellen.Beslis(voor, e.Door, regels.Toen(e.Regelhash), e.Op),
                VoortgangTeruggezonden e => () =>
                    VoortgangTerugzenden.Beslis(voor, "-", _ => e.Reden, e.Door, regels.Toen(e.Regelhash), e.Op),
                BrieftermijnGestart e => () =>
                    BijBriefVerzonden.Beslis(voor, new(verloop.Id, e.Brief, e.Soort, null, e.VerzondenOp, e.Op), regels.Toen(e.Regelhash)),
                Voorgesteld { Afrekening: { } afrekening } e => () =>
                    DeclaratieBeoordelen.Beslis(
                        verloop.Id,
                        voor,
                        inhouden.Lees<Declaratie>(afrekening.Declaratie),
                        Oordelen(inhouden.Lees<Declaratiebeoordeling>(e.Argumenten), afrekening, e.Verlaging),
                        _ => e.Argumenten,
                        e.Door,
                        regels.Toen(e.Regelhash),
                        e.Op,
                        zonderControle: afrekening.Controleverklaring is null,
                        zonderSectoren: true,
                        zonderRedenen: true,
                        zonderVorm: true
                    ),
                Voorgesteld { ZonderVerzoek: { } zonder } e => () =>
                    ZonderVerzoekBeoordelen.Beslis(
                        verloop.Id,
                        voor,
                        Oordelen(zonder),
                        _ => e.Argumenten,
                        e.Door,
                        regels.Toen(e.Regelhash),
                        e.Op
                    ),
                Voorgesteld e => () =>
                    Beoordelen.Beslis(
                        verloop.Id,
                        voor,
                        Beoordelen.Opnieuw(e),
                        _ => e.Argumenten,
                        e.Door,
                        regels.Toen(e.Regelhash),
                        e.Op,
                        e.Steekproef?.Lijst,
                        steekproefEerst: e.Steekproef is not null
                    ),
                Vastgesteld e => () =>
                    Ondertekenen.Beslis(
                        verloop.Id,
                        voorVorige,
                        e.Voorstelhash,
                        e.Ondertekenaars[^1],
                        regels.Toen(e.Regelhash),
                        e.Op,
                        vanafAanvulling: e.VanafEersteVerzoek is null
                    ),
                _ => null,
            };
            if (opnieuw is not null)
            {
                yield return Nagerekend.Van(verloop.Id, gebeurtenis, opnieuw, veld => Artikel(regels, voor, gebeurtenis, veld));
            }
        }
    }

    private static DeclaratieBeoordelen.Verzoek Oordelen(Declaratiebeoordeling beoordeling, Afrekening afrekening, Verlaging? verlaging) =>
        new(
            beoordeling.Regels,
            afrekening.Nihil,
            beoordeling.Reden,
            afrekening.Sectoren,
            beoordeling.Controleverklaring,
            Verlagingen.Opnieuw(verlaging)
        );

    // The words of an argument change nothing in what is computed.
    private static ZonderVerzoekBeoordelen.Verzoek Oordelen(ZonderVerzoek zonder) =>
        new([.. zonder.PerActiviteit.Select(a => new ZonderVerzoekBeoordelen.Oordeel(a.Key, a.Value, "-"))]);

    private static string Artikel(Regelstanden regels, Verantwoording voor, Gebeurtenis besluit, string veld)
    {
        var (hash, op) = besluit switch
        {
            InSteekproef e => (e.Regelhash, e.Op),
            DeclaratieIngediend e => (e.Regelhash, e.Op),
            DeclaratieaanvullingGevraagd e => (e.Regelhash, e.Op),
            VerzoektermijnGesteld e => (e.Regelhash, e.Op),
            VoortgangTeruggezonden e => (e.Regelhash, e.Op),
            BrieftermijnGestart e => (e.Regelhash, e.Op),
            Voorgesteld e => (e.Regelhash, e.Op),
            Vastgesteld e => (e.Regelhash, e.Op),
            _ => throw new ArgumentException($"{besluit.GetType().Name} is no decision here.", nameof(besluit)),
        };
        var versie = regels.Toen(hash).Versie(voor.Opening!.Regelversie, op);
        return veld switch
        {
            "uiterlijk" when besluit is InSteekproef => versie.Termijn(Termijncode.Bewijs).Artikel,
            "uiterlijk" when besluit is DeclaratieaanvullingGevraagd or VoortgangTeruggezonden => versie
                .Termijn(Termijncode.Hersteltermijn)
                .Artikel,
            "uiterlijk" when besluit is BrieftermijnGestart gestart => versie.Termijn(Brieftermijn.Code(gestart.Soort)).Artikel,
            "uiterlijk" when besluit is VerzoektermijnGesteld => versie.Termijn(Termijncode.LaatsteTermijnVaststelling).Artikel,
            "uiterlijk" when voor.Opening!.Wijze == Verantwoordingswijze.Aanvraag => versie
                .Termijn(Termijncode.VaststellingOpVerzoek)
                .Artikel,
            "uiterlijk" => versie.Termijn(Termijncode.AmbtshalveVaststelling).Artikel,
            _ when besluit is Voorgesteld { ZonderVerzoek: not null } or Vastgesteld { ZonderVerzoek: true } =>
                ZonderVerzoekBeoordelen.Artikel,
            _ => Verantwoordingswijze.Vaststellingsartikel(versie, voor.Opening!.Wijze),
        };
    }
}
