using CsCheck;
using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform.Stromen;
using Xunit;
using static SlimRegeling.Betalingen.Boekhouding.Grootboekrekeningen;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>
/// Whatever the bank carries out, refuses, sends back, books twice or books without a reference, and whatever people then do with it: every event books in
/// balance, each movement is booked once, and what is still to be paid is what is ordered and was not received.
/// </summary>
public sealed class BankTests
{
    private static readonly Instant Nu = Voorbeelden.Moment;
    private static readonly Verwijzing Inhoud = new(Guid.Empty, "hash");
    private static readonly decimal[] Bedragen = [5520.00m, 0.01m];

    private enum Daad
    {
        Verzend,
        Afwijzen,
        Boeking,
        Voorstel,
        Bevestig,
    }

    /// <param name="Opdracht">Which order, or which it is booked on by hand.</param>
    /// <param name="Mutatie">Which movement: the same number is the same movement.</param>
    private sealed record Stap(Daad Daad, int Opdracht, int Mutatie, bool Terug, int Vorm);

    private static readonly Gen<Stap[]> Verlopen = Gen.Select(
        Gen.Int[0, 4],
        Gen.Int[0, 1],
        Gen.Int[0, 7],
        Gen.Bool,
        Gen.Int[0, 3],
        (daad, opdracht, mutatie, terug, vorm) => new Stap((Daad)daad, opdracht, mutatie, terug, vorm)
    ).Array[1, 40];

    [Fact]
    public void Wat_de_bank_ook_doet_elke_boeking_sluit_en_elke_beweging_telt_een_keer() =>
        Verlopen.Sample(
            stappen =>
            {
                var huis = new Bankhuis();
                foreach (var stap in stappen)
                {
                    huis.Zet(stap);
                    huis.Klopt();
                }
            },
            iter: 5_000
        );

    private sealed class Bankhuis
    {
        private readonly List<Boekingsregel> _grootboek = [];
        private readonly Betaalopdracht[] _orders;
        private readonly Dictionary<int, Bankregel> _regels = [];

        /// <summary>The movements that there are, with their amounts: the bank tells of one the same each time.</summary>
        private readonly Dictionary<int, Bankboeking> _mutaties = [];

        public Bankhuis()
        {
            _orders = [.. Bedragen.Select((_, i) => new Betaalopdracht { Id = $"B{i}" })];
            for (var i = 0; i < _orders.Length; i++)
            {
                var opdracht = new Opdracht(
                    $"B{i}",
                    "SLIM",
                    "2026-04-mkb",
                    "12345678",
                    "V1",
                    Betaalsoort.Voorschot,
                    Bedragen[i],
                    ["bea", "mees"]
                );
                Schrijf(i, [new BetalingOpgedragen(opdracht, Nu)]);
            }
        }

        public void Zet(Stap stap)
        {
            var order = _orders[stap.Opdracht];
            switch (stap.Daad)
            {
                case Daad.Verzend when RondeVoorstellen.NeemOp(order, "R", 1, Nu).Weigering is null:
                    Schrijf(stap.Opdracht, [new BetalingInRonde("R", 1, Nu)]);
                    Schrijf(stap.Opdracht, RondeAccorderen.Verzend(_orders[stap.Opdracht], "R", 1, ["fred", "anna"], Nu).Gebeurtenissen);
                    break;
                case Daad.Afwijzen:
                    Schrijf(stap.Opdracht, StatusVerwerken.Beslis(order, "R", "AC04", Nu).Beslissing.Gebeurtenissen);
                    break;
                case Daad.Boeking:
                    Lees(stap);
                    break;
                case Daad.Voorstel when _regels.TryGetValue(stap.Mutatie, out var regel):
                    var afhandeling = stap.Vorm % 2 == 0 ? Regelafhandeling.Koppelen : Regelafhandeling.Tussenrekening;
                    var verzoek = new BankregelAfhandelen.Verzoek(afhandeling, "Gezien.", order.Id);
                    Schrijf(regel, stap.Mutatie, BankregelAfhandelen.Beslis(regel, verzoek, order, "fien", () => Inhoud, Nu, 0));
                    break;
                case Daad.Bevestig when _regels.TryGetValue(stap.Mutatie, out var regel):
                    Bevestig(regel, stap.Mutatie);
                    break;
            }
        }

        public void Klopt()
        {
            Assert.Equal(0, Saldo(null));
            Assert.Equal(-_orders.Where(o => o.Status != Betaalstatus.Uitgevoerd).Sum(o => o.Opdracht.Bedrag), Saldo(TeBetalen));
            Assert.Equal(-_regels.Values.Where(r => r.OpTussenrekening).Sum(r => r.Gemeld.Bedrag), Saldo(Tussenrekening));
            // What moved on the bank account in the ledger: each movement on one order or on the suspense account, and once.
            var geboekt = _orders.SelectMany(o => o.Mutaties).ToList();
            Assert.Equal(geboekt.Count, geboekt.Distinct().Count());
            var opTussenrekening = _regels.Values.Where(r => r.OpTussenrekening).Select(r => r.Gemeld.Mutatie).ToList();
            Assert.Empty(geboekt.Intersect(opTussenrekening));
            Assert.Equal(
                _mutaties.Values.Where(m => geboekt.Concat(opTussenrekening).Contains(m.Bankreferentie)).Sum(m => m.Bedrag),
                Saldo(Bank)
            );
        }

        /// <summary>As the reader of statements does: on the order of the reference, and else on the work list.</summary>
        private void Lees(Stap stap)
        {
            if (!_mutaties.TryGetValue(stap.Mutatie, out var boeking))
            {
                var bedrag = (Bedragen[stap.Opdracht] * (stap.Terug ? 1 : -1)) + (stap.Vorm == 1 ? 0.50m : 0);
                var kenmerk = stap.Vorm == 2 ? null : $"B{stap.Opdracht}";
                var naam = FormattableString.Invariant($"ref{stap.Mutatie}");
                // Without a reason it is no return by itself.
                var reden = stap is { Terug: true, Vorm: not 3 } ? "AC04" : null;
                boeking = new Bankboeking(naam, 1, bedrag, Voorbeelden.Dag, Boekingsstatus.Geboekt, false, kenmerk, reden, "");
                _mutaties.Add(stap.Mutatie, boeking);
            }
            if (_regels.TryGetValue(stap.Mutatie, out var bekend) && bekend.Status != Regelstatus.Open)
            {
                return;
            }
            var opdracht = Array.FindIndex(_orders, o => o.Id == boeking.EndToEndId);
            if (opdracht >= 0)
            {
                var mutatie = new AfschriftVerwerken.Mutatie(boeking.Bankreferentie, boeking);
                var (beslissing, regels) = AfschriftVerwerken.Beslis(_orders[opdracht], [mutatie], Nu);
                Schrijf(opdracht, beslissing.Gebeurtenissen);
                if (regels[0].Oordeel is AfschriftVerwerken.Oordeel.Geboekt or AfschriftVerwerken.Oordeel.EerderGeboekt)
                {
                    if (bekend is not null)
                    {
                        Schrijf(bekend, stap.Mutatie, new BankregelGekoppeld(_orders[opdracht].Id, null, null, Nu));
                    }
                    return;
                }
            }
            if (bekend is null)
            {
                var gemeld = new BankregelGemeld(
                    boeking.Bankreferentie,
                    "A",
                    boeking.Bedrag,
                    boeking.Boekdatum,
                    opdracht < 0 ? null : _orders[opdracht].Id,
                    boeking.Retourreden,
                    Inhoud,
                    Nu
                );
                Schrijf(new Bankregel { Id = boeking.Bankreferentie }, stap.Mutatie, gemeld);
            }
        }

        private void Bevestig(Bankregel regel, int mutatie)
        {
            var beslissing = BankregelAfhandelen.Bevestig(regel, "cor", Nu);
            if (regel.Voorstel is { Afhandeling: Regelafhandeling.Koppelen, Betaalopdracht: { } id } && beslissing.Weigering is null)
            {
                var opdracht = Array.FindIndex(_orders, o => o.Id == id);
                var geboekt = BankregelAfhandelen.Boek(_orders[opdracht], regel, Nu);
                if (geboekt.Weigering is not null)
                {
                    return;
                }
                Schrijf(opdracht, geboekt.Gebeurtenissen);
            }
            Schrijf(regel, mutatie, beslissing);
        }

        private void Schrijf(int opdracht, IEnumerable<Gebeurtenis> gebeurtenissen)
        {
            foreach (var gebeurtenis in gebeurtenissen)
            {
                _orders[opdracht] = _orders[opdracht].Na(gebeurtenis);
                Boek(_orders[opdracht].Id, gebeurtenis);
            }
        }

        private void Schrijf(Bankregel regel, int mutatie, Beslissing beslissing)
        {
            foreach (var gebeurtenis in beslissing.Gebeurtenissen)
            {
                regel = regel.Na(gebeurtenis);
                Boek(regel.Id, gebeurtenis);
                _regels[mutatie] = regel;
            }
        }

        private void Boek(string stroom, Gebeurtenis gebeurtenis)
        {
            var regels = Boeking.Van(stroom, gebeurtenis)?.Regels ?? [];
            Assert.Equal(regels.Sum(r => r.Debet), regels.Sum(r => r.Credit));
            Assert.All(regels, r => Assert.True((r.Debet > 0) != (r.Credit > 0) && r.Debet >= 0 && r.Credit >= 0));
            _grootboek.AddRange(regels);
        }

        /// <summary>Debit less credit; of all accounts when none is named.</summary>
        private decimal Saldo(string? rekening) =>
            _grootboek.Where(r => rekening is null || r.Rekening == rekening).Sum(r => r.Debet - r.Credit);
    }
}
