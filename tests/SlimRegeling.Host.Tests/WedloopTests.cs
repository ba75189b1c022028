using NodaTime;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening;
using Besluit = SlimRegeling.Verlening.Verlening;
using BudgetGereserveerd = SlimRegeling.Tijdvakken.BudgetGereserveerd;
using Reservering = SlimRegeling.Tijdvakken.Reservering;

namespace SlimRegeling.Host.Tests;

/// <summary>
/// The reservation of a case and the award on it, in two contexts, with their messages under way in any order and a clock that jumps: whatever is
/// signed at whatever moment, it counts under the ceiling at that moment.
/// </summary>
public sealed class WedloopTests
{
    private const string Zaak = "SLIM-000000000A";
    private const string Tijdvak = "2026-04-mkb";
    private static readonly Instant Nu = Instant.FromUtc(2026, 6, 1, 10, 0);

    [Fact]
    public void What_is_signed_counts_under_the_ceiling_at_every_moment_and_every_message_is_accepted()
    {
        var getekend = 0;
        var vrijgegeven = 0;
        for (var zaad = 0; zaad < 4000; zaad++)
        {
            var spel = new Spel(new Random(zaad));
            for (var stap = 0; stap < 25; stap++)
            {
                spel.Stap();
                Assert.True(spel.Getekend <= spel.Geteld, $"seed {zaad}, step {stap}: {spel.Getekend} signed, {spel.Geteld} counts");
            }
            spel.Rust();
            Assert.Equal(spel.Verwacht, spel.Geteld);
            getekend += spel.Getekend > 0 ? 1 : 0;
            vrijgegeven += spel.Vrijgegeven ? 1 : 0;
        }
        Assert.True(getekend > 500, $"signed in {getekend}");
        Assert.True(vrijgegeven > 500, $"given back in {vrijgegeven}");
    }

    private sealed class Spel(Random toeval)
    {
        private readonly List<object> _naarVerlening = [];
        private readonly List<object> _naarTijdvakken = [];
        private Reservering _reservering = new(Zaak, Tijdvak, 0, null);
        private Besluit _verlening = Vouw.Begin<Besluit>(Zaak);
        private long _versie;
        private long _beoordeeld;

        public decimal Geteld => _reservering.Geteld;

        public decimal Getekend => _verlening.Verleend?.Bedrag ?? 0;

        public bool Vrijgegeven { get; private set; }

        /// <summary>At rest: what was awarded, or else what is set apart.</summary>
        public decimal Verwacht => _verlening.Verleend?.Bedrag ?? _verlening.Gereserveerd ?? 0;

        public void Stap()
        {
            // Two minutes to either side.
            var op = Nu + Duration.FromSeconds(toeval.Next(-120, 121));
            switch (toeval.Next(9))
            {
                case 0 or 1 when _reservering.Besluit is null:
                    Tijdvakken(new BudgetGereserveerd(Tijdvak, _reservering.Bedrag + toeval.Next(1, 50), op));
                    break;
                case 2:
                    Tijdvakken(_reservering.Verlaag(toeval.Next(0, 50), op));
                    break;
                case 3:
                    Tijdvakken(_reservering.VraagTerug("herloting", op));
                    break;
                case 4 when !_verlening.Besloten:
                    Verlening(BijAanvraagBeoordeeld.Beslis(_verlening, Beoordeling(toeval.Next(1, 60), op)));
                    break;
                case 5 when _verlening is { Voorstelhash: { } hash, Besloten: false }:
                    Verlening(Ondertekenen.Beslis(Zaak, _verlening, hash, "mila", Regelstanden.Ongewijzigd, op));
                    break;
                default:
                    if (toeval.Next(3) > 0)
                    {
                        HoortVerlening();
                    }
                    else
                    {
                        HoortTijdvakken(op);
                    }
                    break;
            }
        }

        public void Rust()
        {
            while (_naarVerlening.Count + _naarTijdvakken.Count > 0)
            {
                HoortVerlening();
                HoortTijdvakken(Nu);
            }
        }

        private void HoortVerlening()
        {
            switch (Neem(_naarVerlening))
            {
                case BudgetGereserveerdBericht b:
                    Verlening(BijBudgetGereserveerd.Beslis(_verlening, b));
                    break;
                case BudgetVrijgegevenBericht b:
                    Verlening(BijBudgetVrijgegeven.Beslis(_verlening, b));
                    break;
            }
        }

        private void HoortTijdvakken(Instant op)
        {
            switch (Neem(_naarTijdvakken))
            {
                case BudgetTeruggegevenBericht b:
                    Vrijgegeven = true;
                    Tijdvakken(_reservering.NeemTerug(b.Bedrag, op));
                    break;
                case SubsidieVerleendBericht b:
                    Tijdvakken(_reservering.LegVast(b.Bedrag, b.Besluit, op));
                    break;
            }
        }

        private object? Neem(List<object> berichten)
        {
            if (berichten.Count == 0)
            {
                return null;
            }
            var welk = toeval.Next(berichten.Count);
            var bericht = berichten[welk];
            berichten.RemoveAt(welk);
            return bericht;
        }

        private void Tijdvakken(Beslissing beslissing)
        {
            Assert.Null(beslissing.Weigering);
            foreach (var gebeurtenis in beslissing.Gebeurtenissen)
            {
                _reservering = _reservering.Na(gebeurtenis);
                _versie++;
                _naarVerlening.AddRange(SlimRegeling.Tijdvakken.Uitgaand.Berichten(Zaak, gebeurtenis).Select(MetVersie));
            }
        }

        // As the floor does.
        private object MetVersie(object bericht) =>
            bericht switch
            {
                BudgetGereserveerdBericht b => b with { Versie = _versie },
                BudgetVrijgegevenBericht b => b with { Versie = _versie },
                _ => bericht,
            };

        private void Verlening(Beslissing beslissing)
        {
            Assert.Null(beslissing.Weigering);
            foreach (var gebeurtenis in beslissing.Gebeurtenissen)
            {
                _verlening = Vouw.Volg(_verlening, gebeurtenis);
                _naarTijdvakken.AddRange(
                    SlimRegeling
                        .Verlening.Uitgaand.Berichten(Zaak, gebeurtenis)
                        .Where(b => b is BudgetTeruggegevenBericht or SubsidieVerleendBericht)
                );
            }
        }

        private AanvraagBeoordeeldBericht Beoordeling(decimal subsidie, Instant op) =>
            new(
                Zaak,
                Tijdvak,
                "12345678",
                "mkb-onderneming",
                "slim-2026",
                "regelhash",
                "verlenen",
                [],
                ["A"],
                subsidie,
                subsidie,
                0.00m,
                "bea",
                Nu,
                op,
                Versie: ++_beoordeeld
            );
    }
}
