using CsCheck;
using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Verlening.Intrekkingen;
using static SlimRegeling.Verlening.Tests.Intrekkingszaak;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests.Bezwaren;

/// <summary>What counts as aid when a withdrawal is revoked: what was settled, not what was awarded.</summary>
public sealed class SteunNaHerroepingTests
{
    [Theory]
    [InlineData(null, 8_000)]
    [InlineData(6_000, 6_000)]
    [InlineData(9_000, 8_000)]
    public void Wat_lager_was_vastgesteld_telt_niet_hoger_mee(int? blijft, int steun)
    {
        var leven = new Leven();
        leven.StelVast(8_000.00m);
        leven.TrekIn(4_000.00m);

        var gewijzigd = leven.Herroep(Nummer, blijft);

        Assert.Equal((4_000.00m, (decimal)steun), (gewijzigd.SteunWas, gewijzigd.Steun));
        Assert.Equal((decimal)steun, leven.Steun);
    }

    [Fact]
    public void Zonder_vaststelling_telt_wat_is_verleend()
    {
        var leven = new Leven();
        leven.TrekIn(4_000.00m);

        var gewijzigd = leven.Herroep(Nummer, null);

        Assert.Null(gewijzigd.SteunWas);
        Assert.Null(gewijzigd.Steun);
        Assert.Equal(11_040.00m, leven.Steun);
    }

    [Fact]
    public void Elke_volgorde_van_vaststellen_intrekken_en_herroepen_laat_als_steun_wat_er_staat() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[1, 99])
            .Array[1, 8]
            .Sample(stappen =>
            {
                var leven = new Leven();
                foreach (var (wat, deel) in stappen)
                {
                    leven.Doe(wat, deel);
                    Assert.Equal(leven.Staat, leven.Steun);
                }
            });

    /// <summary>A case, and its aid as the messages about it tell: each says how much more or less it is.</summary>
    private sealed class Leven
    {
        private readonly Intrekkingszaak _zaak = Verleend();
        private int _vaststellingen;

        /// <summary>What settlements made less of the aid, together; each tells the difference with those before it.</summary>
        private decimal _vastgesteldVerschil;

        public decimal Steun { get; private set; } = 11_040.00m;

        public decimal Staat => _zaak.Verlening.Vaststelling?.Vastgesteld ?? Bedrag;

        private decimal Bedrag => _zaak.Verlening.Verleend!.Bedrag;

        public void Doe(int wat, int deel)
        {
            var bedrag = Math.Round(Staat * deel / 100, 2);
            if (wat == 0 && _zaak.Verlening.Vaststelling is null)
            {
                StelVast(bedrag);
            }
            else if (wat == 1 && bedrag > 1.00m && bedrag < Staat)
            {
                TrekIn(bedrag);
            }
            else if (wat == 2 && _zaak.Verlening.Intrekking?.Staande is [var eerste, ..] staande)
            {
                HerroepEen(eerste.Besluit, staande[^1].Besluit, deel);
            }
        }

        public void StelVast(decimal bedrag)
        {
            _vaststellingen++;
            var besluit = $"{Zaak}-S{_vaststellingen}";
            var bericht = Vastgesteld(bedrag) with
            {
                Besluit = besluit,
                Verleend = Bedrag,
                Op = Op("2027-08-02T11:00:00").Plus(Duration.FromMinutes(_vaststellingen)),
            };
            _zaak.Hoor(bericht);
            _zaak.Hoor(Brief("2027-08-03", "vaststelling", besluit));
            var verschil = bedrag - Bedrag - _vastgesteldVerschil;
            _vastgesteldVerschil += verschil;
            Steun += verschil;
        }

        public void TrekIn(decimal bedrag)
        {
            var verzoek = Deels with { Bedrag = bedrag };
            if (_zaak.Verlening.Vaststelling is null)
            {
                _zaak.Gereed(verzoek).Getekend();
            }
            else
            {
                _zaak
                    .Voorgesteld(
                        verzoek with
                        {
                            Grond = "nieuwe-feiten",
                            NietHoren = Hoorreden.AlGehoord,
                            WaaromNietHoren = "U reageerde al.",
                        },
                        "2028-01-10T10:00:00"
                    )
                    .Getekend("2028-01-11T10:00:00");
            }
            var bericht = _zaak.Gezegd.OfType<VerleningIngetrokkenBericht>().Last();
            Steun -= (bericht.VastgesteldWas ?? bericht.Was) - bericht.Bedrag;
        }

        public VerleningGewijzigdBericht Herroep(string intrekking, decimal? blijft)
        {
            var voor = _zaak.Verlening;
            var gewijzigd = Herroeping.Beslis(
                voor,
                new(intrekking, blijft, null),
                Bezwaarzaak.Nummer + "-1",
                ["bo-3", "mo-3"],
                Bezwaarzaak.Versie,
                Op("2028-02-01T10:00:00")
            );
            _zaak.Met(gewijzigd);
            var bericht = _zaak.Gezegd.OfType<VerleningGewijzigdBericht>().Last();
            Steun += (bericht.Steun ?? bericht.Bedrag) - (bericht.SteunWas ?? bericht.Was);
            if (Herroeping.Hervaststelt(voor, intrekking, blijft, gewijzigd.Wordt))
            {
                StelVast(Math.Round(Bedrag * 3 / 4, 2));
            }
            return bericht;
        }

        private void HerroepEen(string eerste, string laatste, int deel)
        {
            var zonder = Herroeping.Wordt(_zaak.Verlening, laatste, null, null).Bedrag;
            var midden = Math.Round((Bedrag + zonder) / 2, 2);
            if (deel > 66 && midden > Bedrag && midden < zonder)
            {
                Herroep(laatste, midden);
            }
            else
            {
                Herroep(deel < 34 ? eerste : laatste, null);
            }
        }
    }
}
