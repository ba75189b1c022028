using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>Computes the days of an objection again: from its own events alone, by the rules of then.</summary>
internal static class BezwaarNarekenen
{
    public static IReadOnlyList<Type> Besluiten { get; } =
    [
        typeof(BezwaarIngediend),
        typeof(RegistratieGecorrigeerd),
        typeof(TermijnBekend),
        typeof(HersteltermijnGestart),
        typeof(BezwaarAangevuld),
        typeof(CommissieIngesteld),
        typeof(Verdaagd),
        typeof(BeroepstermijnGestart),
    ];

    public static IEnumerable<Nagerekend> Stroom(Verloop verloop, Regelstanden regels)
    {
        var stand = Vouw.Begin<Bezwaar>(verloop.Id);
        foreach (var gebeurtenis in verloop.Gebeurtenissen)
        {
            var voor = stand;
            var na = stand = Vouw.Volg(stand, gebeurtenis);
            Func<Beslissing>? opnieuw = gebeurtenis switch
            {
                BezwaarIngediend e => () =>
                    e with
                    {
                        ReactieUiterlijk = Termijnen.Einde(Versie(e.Betreft, e.Regelhash, e.Op), Termijncode.ReactieHoren, e.OntvangenOp),
                        BeslissenUiterlijk = Bezwaardagen.Beslissen(na, Versie(e.Betreft, e.Regelhash, e.Op)),
                    },
                RegistratieGecorrigeerd e => () =>
                    e with
                    {
                        ReactieUiterlijk = Termijnen.Einde(Versie(e.Betreft, e.Regelhash, e.Op), Termijncode.ReactieHoren, e.OntvangenOp),
                        BeslissenUiterlijk = BezwaarCorrigeren.Uiterlijk(voor, e, Versie(e.Betreft, e.Regelhash, e.Op)),
                    },
                TermijnBekend e => () => e with { BeslissenUiterlijk = Bezwaardagen.Beslissen(na, Versie(e.Betreft, e.Regelhash, e.Op)) },
                HersteltermijnGestart e => () => HerstelVragen.Start(voor, e.VerzondenOp, Versie(e.Betreft, e.Regelhash, e.Op), e.Op),
                BezwaarAangevuld e => () =>
                    e with
                    {
                        BeslissenUiterlijk = BezwaarAanvullen.Uiterlijk(voor, e, Versie(e.Betreft, e.Regelhash, e.Op)),
                    },
                CommissieIngesteld e => () =>
                    e with
                    {
                        BeslissenUiterlijk = Bezwaardagen.Beslissen(na, Versie(e.Betreft, e.Regelhash, e.Op)),
                    },
                Verdaagd e => () => e with { BeslissenUiterlijk = Bezwaardagen.Beslissen(na, Versie(e.Betreft, e.Regelhash, e.Op))!.Value },
                BeroepstermijnGestart e => () =>
                    Bezwaarpost.Beroepstermijn(voor, e.Besluit, e.VerzondenOp, Versie(e.Betreft, e.Regelhash, e.Op), e.Op),
                _ => null,
            };
            if (opnieuw is not null)
            {
                yield return Nagerekend.Van(verloop.Id, gebeurtenis, opnieuw, _ => Artikel(gebeurtenis, regels));
            }
        }

        Regelversie Versie(Betreft betreft, string hash, NodaTime.Instant op) => regels.Toen(hash).Versie(betreft.Regelversie, op);
    }

    // No article hangs on the moment, only on the version.
    private static string Artikel(Gebeurtenis gebeurtenis, Regelstanden regels)
    {
        var (betreft, op, code) = gebeurtenis switch
        {
            BezwaarIngediend e => (e.Betreft, e.Op, Termijncode.BeslissingOpBezwaar),
            RegistratieGecorrigeerd e => (e.Betreft, e.Op, Termijncode.BeslissingOpBezwaar),
            TermijnBekend e => (e.Betreft, e.Op, Termijncode.BeslissingOpBezwaar),
            HersteltermijnGestart e => (e.Betreft, e.Op, Termijncode.HerstelBezwaar),
            BezwaarAangevuld e => (e.Betreft, e.Op, Termijncode.BeslissingOpBezwaar),
            CommissieIngesteld e => (e.Betreft, e.Op, Termijncode.BeslissingOpBezwaarCommissie),
            Verdaagd e => (e.Betreft, e.Op, Termijncode.VerdagingBezwaar),
            BeroepstermijnGestart e => (e.Betreft, e.Op, Termijncode.Beroep),
            _ => throw new ArgumentException($"{gebeurtenis.GetType().Name} is no decision here.", nameof(gebeurtenis)),
        };
        return regels.Versie(betreft.Regelversie, op).Termijn(code).Artikel;
    }
}
