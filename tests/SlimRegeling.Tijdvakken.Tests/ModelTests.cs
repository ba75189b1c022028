using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Tijdvakken.Verdeling;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>
/// Random commands on a window in the database and on the model beside it: after each, at rest, everyone has the same rank, state and money. Some
/// messages come late or twice, and turns are killed halfway.
/// </summary>
public sealed class ModelTests(Verdeelhuis huis) : IClassFixture<Verdeelhuis>
{
    private const int Sluit = 20 * 24 * 60;

    /// <param name="Wat">Which of the commands.</param>
    /// <param name="Wie">Which of the applications, counted round.</param>
    /// <param name="Laat">Its message comes later than what follows it.</param>
    public sealed record Opdracht(int Wat, int Wie, int Bedrag, bool Laat);

    private static readonly Gen<Opdracht> Opdrachten =
        from wat in Gen.Frequency(
            (8, Gen.Const(0)),
            (2, Gen.Int[1, 2]),
            (2, Gen.Int[3, 5]),
            (1, Gen.Const(6)),
            (3, Gen.Const(7)),
            (2, Gen.Int[8, 10])
        )
        from wie in Gen.Int[0, 30]
        from bedrag in Gen.Int[1, 60]
        from laat in Gen.Frequency((5, Gen.Const(false)), (1, Gen.Const(true)))
        select new Opdracht(wat, wie, bedrag, laat);

    private static readonly Gen<(Volgorde, Overschrijding, bool, int, Opdracht[])> Vensters = Gen.Select(
        Gen.Enum<Volgorde>(),
        Gen.Enum<Overschrijding>(),
        Gen.Bool,
        Gen.Int[20, 300],
        Opdrachten.Array[10, 45]
    );

    [Fact]
    public async Task One_by_one_the_window_does_what_the_model_does() =>
        await Vensters.SampleAsync(
            async geval =>
            {
                var (volgorde, overschrijding, getekend, plafond, opdrachten) = geval;
                var spel = await Spel.Begin(huis, volgorde, overschrijding, getekend, plafond);
                foreach (var opdracht in opdrachten)
                {
                    await spel.Doe(opdracht);
                    await spel.Vergelijk();
                }
            },
            iter: 12,
            threads: 2
        );

    private sealed class Spel(Verdeelhuis huis, Venster venster, Model model, Volgorde volgorde)
    {
        private readonly List<(object Bericht, Action Model)> _laat = [];
        private readonly HashSet<string> _klaar = [];
        private readonly List<string> _zaken = [];
        private int _nu;
        private int _tot = -1;

        private bool Gesloten => _nu >= Sluit;

        public static async Task<Spel> Begin(
            Verdeelhuis huis,
            Volgorde volgorde,
            Overschrijding overschrijding,
            bool getekend,
            decimal plafond
        ) =>
            new(
                huis,
                await Venster.Publiceer(huis, plafond, volgorde, overschrijding, getekend ? ["rianne", "rob"] : []),
                new Model(volgorde, overschrijding, getekend, plafond),
                volgorde
            );

        public async Task Doe(Opdracht o)
        {
            // Some moments are the same.
            _nu += o.Wie % 3 == 0 ? 0 : 1;
            _nu = Math.Max(_nu, _tot + 1);
            var nu = _nu;
            var a = model.Aanvragen.Count == 0 ? null : model.Aanvragen[o.Wie % model.Aanvragen.Count];
            var onderweg = a is null || _laat.Any(l => Berichtsleutel(l.Bericht) == a.Zaak);
            switch (o.Wat)
            {
                case 0 when !Gesloten:
                    await Ingediend(o);
                    break;
                case 1 when a is { Aanvulling: null, Aangevuld: null } && Open(a) && !onderweg:
                    await Zeg(venster.AanvullingGevraagd(Naam(a), _nu), () => Model.AanvullingGevraagd(a, nu), o.Laat);
                    break;
                case 2 when a is { Aanvulling: not null, Aangevuld: null } && Open(a):
                    await Zeg(venster.Aangevuld(Naam(a), o.Bedrag, _nu), () => Model.Aangevuld(a, o.Bedrag, nu), o.Laat);
                    break;
                case 3 when a is not null && Open(a):
                    _klaar.Add(a.Zaak);
                    await Zeg(venster.Vervallen(Naam(a), _nu), () => Model.Weg(a), o.Laat);
                    break;
                case 4 when a is { Staat: "gereserveerd" or "wacht" } && Open(a) && !onderweg:
                    var bedrag = Math.Max(1, a.Gevraagd - (o.Bedrag / 2));
                    await Zeg(venster.Beoordeeld(Naam(a), bedrag, _nu), () => Model.Beoordeeld(a, bedrag), false);
                    break;
                case 5 when a is { Staat: "gereserveerd" } && Open(a) && !onderweg:
                    _klaar.Add(a.Zaak);
                    var verleend = Math.Max(1, a.Gereserveerd - (o.Bedrag % 5));
                    verleend = Math.Min(verleend, a.Gereserveerd);
                    await Zeg(venster.Verleend(Naam(a), verleend, _nu), () => Model.Verleend(a, verleend), false);
                    break;
                case 6 when volgorde == Volgorde.Binnenkomst || model.Geloot:
                    await Verhoog(o.Bedrag);
                    break;
                case 7:
                    await Horizon();
                    break;
                case 8:
                    await LegLijstVastEnLoot(o);
                    break;
                case 9:
                    await KomtLaat();
                    break;
                case 10 when a is not null && Open(a) && !onderweg:
                    _klaar.Add(a.Zaak);
                    await Zeg(venster.Afgewezen(Naam(a), _nu), () => Model.Weg(a), false);
                    break;
                default:
                    break;
            }
            await huis.Rust();
            model.Rust();
        }

        public async Task Vergelijk()
        {
            var echt = string.Join(
                ", ",
                (await huis.Rijen(venster.Id))
                    .Where(r => _zaken.Contains(r.Zaak) && model.Aanvragen.Any(a => a.Zaak == r.Zaak))
                    .Select(r => $"{r.Rang} {r.Zaak[..3]} {r.Staat ?? "geen"} {r.Gereserveerd:0}")
            );
            Assert.Equal(model.Stand(), echt);
            Assert.Equal(model.Totaal, await venster.Totaal());
            Assert.True(model.Totaal <= model.Plafond);
        }

        private bool Open(Model.Aanvraag a) => !_klaar.Contains(a.Zaak) && a.Staat is not ("ontoereikend" or "uitgesloten" or "vastgelegd");

        private async Task Ingediend(Opdracht o)
        {
            var naam = $"z{_zaken.Count:00}";
            // Every sixth is of an enterprise that asked before, or shares its moment.
            var kvk = o.Wie % 6 == 5 && _zaken.Count > 0 ? $"kvk-z{o.Wie % _zaken.Count:00}" : $"kvk-{naam}";
            var (zaak, op) = (venster.Zaak(naam), _nu);
            _zaken.Add(zaak);
            await Zeg(venster.Ingediend(naam, o.Bedrag, op, kvk), () => model.Ingediend(zaak, kvk, o.Bedrag, op), o.Laat);
        }

        private async Task Verhoog(int bedrag)
        {
            model.Plafond += bedrag;
            await huis.Doe(d =>
            {
                Plafondstand.Zet(d.GetRequiredService<Werkeenheid<TijdvakkenContext>>().Sessie, venster.Id, model.Plafond);
                d.GetRequiredService<Verdeelbeurt>().Wek(venster.Id, Gegeven.Daarna);
                return Task.FromResult(Uitkomst.Ok(""));
            });
        }

        private async Task Horizon()
        {
            if (_nu - 1 <= _tot)
            {
                return;
            }
            _tot = _nu - 1;
            await huis.Hoor([venster.Tot(_tot)]);
            Weet();
        }

        private async Task LegLijstVastEnLoot(Opdracht o)
        {
            if (volgorde != Volgorde.Loting || model.Geloot || _zaken.Count < 3)
            {
                return;
            }
            _nu = Math.Max(_nu, Sluit + 1);
            while (_laat.Count > 0)
            {
                await KomtLaat();
            }
            await Horizon();
            await huis.Rust();
            var lijst = model.Aanvragen.Where(a => !a.Weg).OrderBy(a => a.Op).ThenBy(a => a.Zaak, StringComparer.Ordinal).ToList();
            var op = lijst.DistinctBy(a => a.Kvk).ToList();
            foreach (var dubbel in lijst.Except(op))
            {
                dubbel.Staat = "uitgesloten";
            }
            Assert.Null((await venster.LegLijstVast()).Weigering);
            var deel = op.Where(a => a is { Aanvulling: null, Aangevuld: null }).Select(a => a.Zaak).ToList();
            if (op.Where(a => a.Aanvulling is null || a.Aangevuld is not null).Sum(a => a.Gevraagd) <= model.Plafond)
            {
                model.Rangschik(deel);
                return;
            }
            if (model.Aanvragen.FirstOrDefault(a => deel.Contains(a.Zaak) && o.Bedrag % 2 == 0) is { } weg)
            {
                _klaar.Add(weg.Zaak);
                _nu = Math.Max(_nu, _tot + 1);
                await Zeg(venster.Vervallen(Naam(weg), _nu), () => Model.Weg(weg), false);
            }
            Assert.Null((await venster.Loot($"{o.Bedrag}")).Weigering);
            model.Rangschik(Loten.Volgorde($"{o.Bedrag}", deel));
        }

        private async Task KomtLaat()
        {
            if (_laat.Count == 0)
            {
                return;
            }
            var (bericht, gehoord) = _laat[0];
            _laat.RemoveAt(0);
            await huis.Hoor([bericht]);
            gehoord();
            Weet();
        }

        private async Task Zeg(object bericht, Action gehoord, bool laat)
        {
            if (laat)
            {
                _laat.Add((bericht, gehoord));
                return;
            }
            await huis.Hoor([bericht]);
            gehoord();
        }

        // The horizon holds when nothing below it is still to come.
        private void Weet()
        {
            if (_laat.TrueForAll(l => Op(l.Bericht) > Venster.Minuut(_tot)))
            {
                model.Grens = _tot;
            }
        }

        private static Instant Op(object bericht) => (Instant)bericht.GetType().GetProperty("Op")!.GetValue(bericht)!;

        private static string Berichtsleutel(object bericht) => (string)bericht.GetType().GetProperty("Zaaknummer")!.GetValue(bericht)!;

        private static string Naam(Model.Aanvraag a) => a.Zaak[..3];
    }
}
