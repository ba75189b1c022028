using CsCheck;
using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Stromen;
using Xunit;
using static SlimRegeling.Betalingen.Boekhouding.Grootboekrekeningen;
using static SlimRegeling.Betalingen.Tests.Vorderingszaak;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>
/// Whatever comes in for a claim, with its reference or without, too little or too much, and whatever people then do with it: every event books in balance,
/// each euro of a movement is on the claim, on the suspense account or on the work list, and once.
/// </summary>
public sealed class OntvangenGeldTests
{
    private static readonly Instant Nu = Op(Uiterlijk);

    private enum Daad
    {
        MetKenmerk,
        ZonderKenmerk,
        StelKoppelenVoor,
        StelTussenrekeningVoor,
        Bevestig,
        Rente,
        BoekAf,
    }

    [Fact]
    public void Elke_euro_staat_op_een_plek_en_de_boeken_sluiten() =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 4], Gen.Int[1, 200_000])
            .Array[1, 40]
            .Sample(
                stappen =>
                {
                    var kas = new Kas();
                    foreach (var (daad, mutatie, centen) in stappen)
                    {
                        kas.Zet((Daad)daad, mutatie, centen / 100m);
                        kas.Klopt();
                    }
                },
                iter: 5_000
            );

    private sealed class Kas
    {
        private readonly List<Boekingsregel> _grootboek = [new(TeVorderen, 1520m, 0), new(Kosten, 0, 1520m)];
        private readonly Dictionary<int, Bankregel> _regels = [];

        /// <summary>The movements that there are: the bank tells of one the same each time.</summary>
        private readonly Dictionary<int, AfschriftVerwerken.Mutatie> _mutaties = [];

        private Vordering _vordering = Lopend();

        public void Zet(Daad daad, int mutatie, decimal bedrag)
        {
            switch (daad)
            {
                case Daad.MetKenmerk:
                    Lees(mutatie, bedrag, Id);
                    break;
                case Daad.ZonderKenmerk when !_mutaties.ContainsKey(mutatie):
                    Lees(mutatie, bedrag, null);
                    break;
                case Daad.StelKoppelenVoor when _regels.TryGetValue(mutatie, out var regel):
                    var koppelen = new BankregelAfhandelen.Verzoek(Regelafhandeling.Koppelen, "Gezien.", Vordering: Id);
                    Schrijf(mutatie, regel, BankregelAfhandelen.Beslis(regel, koppelen, null, "fien", () => Tekst, Nu, 0, _vordering));
                    break;
                case Daad.StelTussenrekeningVoor when _regels.TryGetValue(mutatie, out var regel):
                    var tussen = new BankregelAfhandelen.Verzoek(Regelafhandeling.Tussenrekening, "Gezien.");
                    Schrijf(mutatie, regel, BankregelAfhandelen.Beslis(regel, tussen, null, "fien", () => Tekst, Nu, 0));
                    break;
                case Daad.Bevestig when _regels.TryGetValue(mutatie, out var regel):
                    Bevestig(mutatie, regel);
                    break;
                case Daad.Rente:
                    var besluit = $"{Id}-R1";
                    Schrijf(
                        new RenteVastgesteld(Nummer, "t", Kvk, besluit, bedrag, bedrag, Uiterlijk, Uiterlijk, "v", "h", Tekst, ["fien"], Nu)
                    );
                    break;
                case Daad.BoekAf when _vordering.Open.Totaal > 0:
                    Schrijf(new VorderingAfgeboekt(Nummer, Kvk, "t", $"{Id}-A1", _vordering.Open, Tekst, ["fien", "cor"], Nu));
                    break;
            }
        }

        public void Klopt()
        {
            var opTussenrekening = _regels.Values.Where(r => r.OpTussenrekening).Sum(r => r.Bedrag);
            Assert.Equal(0, _grootboek.Sum(r => r.Debet - r.Credit));
            Assert.Equal(_vordering.Open.Totaal, Saldo(TeVorderen));
            Assert.Equal(_vordering.Afgeboekt.Hoofdsom, Saldo(Oninbaar));
            Assert.True(_vordering is { Afgeboekt: { Kosten: >= 0, Rente: >= 0, Hoofdsom: >= 0 }, Open: { Rente: >= 0, Hoofdsom: >= 0 } });
            Assert.Equal(-opTussenrekening, Saldo(Tussenrekening));
            Assert.Equal(_vordering.Ontvangen.Totaal + opTussenrekening, Saldo(Bank));
            foreach (var (nummer, mutatie) in _mutaties)
            {
                var geboekt = _vordering.Betalingen.Where(b => b.Mutatie.StartsWith(mutatie.Naam, StringComparison.Ordinal));
                var over = _regels.TryGetValue(nummer, out var regel) && regel.Gekoppeld is null ? regel.Bedrag : 0;
                Assert.Equal(mutatie.Boeking.Bedrag, geboekt.Sum(b => b.Toegerekend.Totaal) + over);
            }
        }

        /// <summary>As the reader of statements does: on the claim of the reference, and what is left on the work list.</summary>
        private void Lees(int nummer, decimal bedrag, string? kenmerk)
        {
            if (!_mutaties.TryGetValue(nummer, out var mutatie))
            {
                var naam = FormattableString.Invariant($"ref{nummer}/1");
                mutatie = new(naam, new Bankboeking(naam, 1, bedrag, Uiterlijk, Boekingsstatus.Geboekt, false, kenmerk, null, ""));
                _mutaties.Add(nummer, mutatie);
            }
            if (_regels.ContainsKey(nummer))
            {
                return;
            }
            decimal? rest = mutatie.Boeking.Bedrag;
            if (mutatie.Boeking.EndToEndId is not null)
            {
                var (beslissing, gezegd) = Ontvangsten.Beslis(_vordering, [mutatie], Nu);
                Schrijf([.. beslissing.Gebeurtenissen]);
                rest = gezegd[0].Regel.Rest;
            }
            if (rest is not { } over)
            {
                return;
            }
            var gemeld = new BankregelGemeld(mutatie.Naam, "A", mutatie.Boeking.Bedrag, Uiterlijk, null, null, Tekst, Nu, kenmerk);
            var deel = mutatie.Boeking.Bedrag - over;
            Schrijf(
                nummer,
                new Bankregel { Id = mutatie.Naam },
                deel > 0 ? Beslissing.Van(gemeld, new BankregelDeelsGekoppeld(Id, deel, null, null, Nu)) : gemeld
            );
        }

        private void Bevestig(int nummer, Bankregel regel)
        {
            var beslissing = BankregelAfhandelen.Bevestig(regel, "cor", Nu, _vordering);
            if (beslissing.Weigering is null && regel.Voorstel is { Vordering: not null })
            {
                Schrijf([.. BankregelAfhandelen.Boek(_vordering, regel, Nu).Beslissing.Gebeurtenissen]);
            }
            Schrijf(nummer, regel, beslissing);
        }

        private void Schrijf(params IReadOnlyList<Gebeurtenis> gebeurtenissen)
        {
            foreach (var gebeurtenis in gebeurtenissen)
            {
                _vordering = _vordering.Na(gebeurtenis);
                Boek(Id, gebeurtenis);
            }
        }

        private void Schrijf(int nummer, Bankregel regel, Beslissing beslissing)
        {
            foreach (var gebeurtenis in beslissing.Gebeurtenissen)
            {
                regel = regel.Na(gebeurtenis);
                Boek(regel.Id, gebeurtenis);
                _regels[nummer] = regel;
            }
        }

        private void Boek(string stroom, Gebeurtenis gebeurtenis)
        {
            var regels = Boeking.Van(stroom, gebeurtenis)?.Regels ?? [];
            Assert.Equal(regels.Sum(r => r.Debet), regels.Sum(r => r.Credit));
            _grootboek.AddRange(regels);
        }

        /// <summary>Debit less credit.</summary>
        private decimal Saldo(string rekening) => _grootboek.Where(r => r.Rekening == rekening).Sum(r => r.Debet - r.Credit);
    }
}
