using NodaTime;
using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Verlening.Intrekkingen;
using SlimRegeling.Verlening.Wijzigen;

namespace SlimRegeling.Verlening;

/// <summary>
/// Takes every decision again: the state that it was taken on, from the events before it, through the same function with the same moment
/// and signer. The proposal under it is held to the hash that was signed.
/// </summary>
internal sealed class Narekenen : INarekening
{
    public IReadOnlyList<Type> Besluiten { get; } =
    [
        typeof(Voorgelegd),
        typeof(Verleend),
        typeof(Afgewezen),
        typeof(VoorschotToegekend),
        typeof(BezwaartermijnGestart),
        typeof(VerleningGewijzigd),
        typeof(WijzigingGevraagd),
        typeof(WijzigingBesloten),
        typeof(TweedeVoorschotVoorgesteld),
        typeof(ZienswijzetermijnGestart),
        typeof(IntrekkingBesloten),
        .. BezwaarNarekenen.Besluiten,
    ];

    public async Task<IReadOnlyList<Nagerekend>> Reken(Bundel bundel, CancellationToken ct)
    {
        var regels = await bundel.Regels<VerleningContext>(ct);
        return
        [
            .. bundel.Stromen.SelectMany(verloop =>
                verloop.Gebeurtenissen[0] is BezwaarIngediend ? BezwaarNarekenen.Stroom(verloop, regels) : Stroom(verloop, regels)
            ),
        ];
    }

    internal static IEnumerable<Nagerekend> Stroom(Verloop verloop, Regelstanden regels)
    {
        var stand = Vouw.Begin<Verlening>(verloop.Id);
        var ondertekening = Beslissing.Geen;
        foreach (var gebeurtenis in verloop.Gebeurtenissen)
        {
            var voor = stand;
            var toen = regels.Toen(Hash(gebeurtenis));
            stand = Vouw.Volg(stand, gebeurtenis);
            Func<Beslissing>? opnieuw = gebeurtenis switch
            {
                Voorgelegd e => () => new Voorgelegd(voor.Voorstel!.Hash(verloop.Id), e.Op),
                Verleend { Bezwaar: not null } e => () =>
                    ondertekening = NaBezwaar(verloop.Id, voor, e.Besluit, e.Ondertekenaars, toen, e.Op),
                VerleningGewijzigd { Intrekking: { } intrekking } e => () =>
                    Herroeping.Beslis(
                        voor,
                        new(intrekking, e.Blijft, e.Blijft is null ? null : e.Wordt.Partijen),
                        e.Besluit,
                        e.Ondertekenaars,
                        toen.Versie(voor.Verleend!.Regelversie, e.Op),
                        e.Op
                    ),
                VerleningGewijzigd e => () => ondertekening = NaBezwaar(verloop.Id, voor, e.Besluit, e.Ondertekenaars, toen, e.Op),
                Afgewezen { Bezwaar: not null } e => () => NaBezwaar(verloop.Id, voor, e.Besluit, e.Ondertekenaars, toen, e.Op),
                Verleend e => () =>
                    ondertekening = Ondertekenen.Beslis(verloop.Id, voor, e.Voorstelhash, e.Ondertekenaars[^1], toen, e.Op, brief: e.Brief),
                Afgewezen when voor.Ontoereikend is { } ontoereikend => () => BijBudgetOntoereikend.Besluit(verloop.Id, ontoereikend, toen),
                Afgewezen e => () =>
                    Ondertekenen.Beslis(verloop.Id, voor, e.Voorstelhash, e.Ondertekenaars[^1], toen, e.Op, brief: e.Brief),
                VoorschotToegekend { NaVoortgang: true } e => () =>
                    TweedeVoorschotOndertekenen.Beslis(
                        verloop.Id,
                        voor,
                        voor.Voortgang?.Voorstel?.Voorstelhash ?? "",
                        e.Ondertekenaars[^1],
                        toen,
                        e.Op
                    ),
                VoorschotToegekend => () => ondertekening,
                TweedeVoorschotVoorgesteld e => () =>
                    TweedeVoorschotVoorstellen.Beslis(verloop.Id, voor, new("-"), _ => e.Argument, e.Door, regels, e.Op),
                WijzigingGevraagd e => () =>
                    e with
                    {
                        BeslissenUiterlijk = WijzigingVragen.BeslissenUiterlijk(toen.Versie(e.Regelversie, e.Op), e.Op),
                    },
                WijzigingBesloten { Bezwaar: not null } e => () =>
                    Wijzigingsbezwaar.Beslis(
                        voor,
                        e.Wijziging,
                        e.Besluit,
                        e.Argument,
                        e.Ondertekenaars,
                        toen.Versie(e.Regelversie, e.Op),
                        e.Op
                    ),
                WijzigingBesloten e => () =>
                    WijzigingOndertekenen.Beslis(
                        verloop.Id,
                        voor,
                        e.Wijziging,
                        e.Voorstelhash,
                        e.Ondertekenaars[^1],
                        toen,
                        e.Op,
                        zonderBevestiging: true
                    ),
                BezwaartermijnGestart e => () =>
                    BijBriefVerzonden.Termijn(
                        toen.Versie(BijBriefVerzonden.Regelversie(voor, e.Besluit)!, e.Op),
                        e.Besluit,
                        e.VerzondenOp,
                        e.Op
                    ),
                ZienswijzetermijnGestart e => () =>
                    Zienswijzetermijn.Start(e.Intrekking, toen.Versie(e.Regelversie, e.Op), e.VerzondenOp, e.Op),
                IntrekkingBesloten e => () => IntrekkingOndertekenen.Besluit(verloop.Id, voor, e.Ondertekenaars[^1], toen, e.Op),
                _ => null,
            };
            if (opnieuw is not null)
            {
                yield return Nagerekend.Van(verloop.Id, gebeurtenis, opnieuw, veld => Artikel(toen, voor, gebeurtenis, veld));
            }
        }
    }

    /// <summary>What a decision on objection gave, from the application as it was assessed again.</summary>
    private static Beslissing NaBezwaar(
        string zaaknummer,
        Verlening voor,
        string besluit,
        IReadOnlyList<string> ondertekenaars,
        Regelstanden toen,
        Instant op
    ) =>
        Toekennen.Beslis(
            voor,
            zaaknummer,
            voor.Herbeoordeling!,
            besluit,
            ondertekenaars,
            toen.Versie(voor.Herbeoordeling!.Voorstel.Regelversie, op),
            op
        );

    private static string? Hash(Gebeurtenis besluit) =>
        besluit switch
        {
            VerleningGewijzigd e => e.Regelhash,
            Verleend e => e.Regelhash,
            Afgewezen e => e.Regelhash,
            VoorschotToegekend e => e.Regelhash,
            BezwaartermijnGestart e => e.Regelhash,
            WijzigingGevraagd e => e.Regelhash,
            WijzigingBesloten e => e.Regelhash,
            ZienswijzetermijnGestart e => e.Regelhash,
            IntrekkingBesloten e => e.Regelhash,
            _ => null,
        };

    private static string Artikel(Regelstanden toen, Verlening voor, Gebeurtenis besluit, string veld)
    {
        if (besluit is BezwaartermijnGestart termijn)
        {
            return toen.Versie(BijBriefVerzonden.Regelversie(voor, termijn.Besluit)!, termijn.Op).Termijn(Termijncode.Bezwaar).Artikel;
        }
        switch (besluit)
        {
            case WijzigingGevraagd e:
                return toen.Versie(e.Regelversie, e.Op).Termijn(Termijncode.BeslistermijnWijziging).Artikel;
            case ZienswijzetermijnGestart e:
                return toen.Versie(e.Regelversie, e.Op).Termijn(Termijncode.ZienswijzeIntrekking).Artikel;
            case VerleningGewijzigd { Intrekking: not null }:
                return "7:11, tweede lid, Awb";
            case IntrekkingBesloten e:
                return toen.Versie(e.Regelversie, e.Op).Intrekkingsgrond(e.Grond).Artikel;
        }
        // No article hangs on the moment, only on the version.
        var voorstel =
            (besluit is VerleningGewijzigd or Verleend { Bezwaar: not null } ? null : voor.Voorstel) ?? voor.Herbeoordeling!.Voorstel;
        var versie = toen.Versie(voorstel.Regelversie, voorstel.BeoordeeldOp);
        var aanvragertype = voorstel.Aanvragertype;
        return veld switch
        {
            "beslistermijn" => versie.Termijn(Termijncode.Beslistermijn(aanvragertype)).Artikel,
            "periodeVan" or "periodeTot" => versie.Termijn(Termijncode.Initiatiefperiode(aanvragertype)).Artikel,
            "voorschot" => Verleningsartikel.Voorschot(versie, aanvragertype),
            "bedrag" or "totaal" when besluit is VoorschotToegekend { NaVoortgang: true } or TweedeVoorschotVoorgesteld => versie
                .Parameters[Parameters.VoorschotNaVoortgang.Code]
                .Artikel,
            "bedrag" when besluit is VoorschotToegekend => Verleningsartikel.Voorschot(versie, aanvragertype),
            "bedrag" => Verleningsartikel.Subsidie(versie, aanvragertype),
            "subsidiabeleKosten" => versie.Post(Postcode.SubsidiabeleKosten).Artikel,
            _ when veld.StartsWith("partijen", StringComparison.Ordinal) => Verleningsartikel.Verdeling(versie),
            _ => besluit is Afgewezen ? versie.Stap(Stapcode.AanvraagAfgewezen).Artikel : Verleningsartikel.Besluit(versie, aanvragertype),
        };
    }
}
