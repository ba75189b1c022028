using System.Text;
using CsCheck;
using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Relaties.Register;
using static SlimRegeling.Relaties.Tests.Voorbeelden;

namespace SlimRegeling.Relaties.Tests;

/// <summary>What the central register must be told, by which day, and what a file says of it.</summary>
public sealed class SteunregisterTests
{
    private const string Zaak = "SLIM-000000000A";

    private static readonly LocalDate VerleendOp = new(2026, 6, 22);
    private static readonly LocalDate Later = new(2026, 9, 1);
    private static readonly HashSet<string> Niets = [];

    private static readonly Dictionary<string, string> Namen = new()
    {
        [Kvk] = "Bouwbedrijf De Troffel B.V.",
        ["87654321"] = "Ander",
        ["87654320"] = "Derde",
    };

    [Fact]
    public void Een_verlening_komt_vanzelf_in_het_register_met_sector_verordening_en_laatste_dag()
    {
        var regel = Assert.Single(Staand(Hoor(Ingeschreven("43211"), Verleend(Zaak, 11040.00m, "2026-06-22"))));

        Assert.Equal(
            new Registerregel(new(Kvk, Zaak), 11040.00m, VerleendOp, "2023/2831", "43.21", true, new LocalDate(2026, 7, 20)),
            regel
        );
    }

    [Fact]
    public void Steun_van_voor_het_register_en_van_een_landbouwbedrijf_in_2026_wordt_niet_opgegeven()
    {
        Assert.Empty(Open([Hoor(Ingeschreven(), Verleend(Zaak, 11040.00m, "2025-12-31"))]));
        Assert.Empty(Open([Hoor(Ingeschreven("0113"), Verleend(Zaak, 11040.00m, "2026-12-31"))]));
        Assert.Equal("1408/2013", Open([Hoor(Ingeschreven("0113"), Verleend(Zaak, 11040.00m, "2027-01-04"))]).Single().Verordening);
    }

    [Fact]
    public void Wat_is_opgegeven_en_nog_zo_staat_wordt_niet_opnieuw_opgegeven()
    {
        var stand = Hoor(Ingeschreven(), Verleend(Zaak, 11040.00m, "2026-06-22"));

        Assert.Empty(Open([stand], Opgegeven([stand])));
    }

    [Fact]
    public void Wat_minder_werd_gaat_als_wijziging_en_wat_niet_meer_staat_als_intrekking()
    {
        var stand = Hoor(Ingeschreven(), Verleend(Zaak, 11040.00m, "2026-06-22"));
        var eerst = Opgegeven([stand]);

        var minder = Assert.Single(Open([Met(stand, 4000.00m)], eerst));
        Assert.Equal(
            (Opgavesoort.Wijziging, 4000.00m, VerleendOp, Later),
            (minder.Soort, minder.Bedrag, minder.VerleendOp, minder.Uiterlijk)
        );
        var weg = Assert.Single(Open([Met(stand, 0.00m)], eerst));
        Assert.Equal((Opgavesoort.Intrekking, 0.00m, Later), (weg.Soort, weg.Bedrag, weg.Uiterlijk));
        // The file that was delivered is what it was.
        Assert.Equal((Opgavesoort.Nieuw, 11040.00m), (eerst[0][0].Soort, eerst[0][0].Bedrag));
        // Withdrawn and given back is new again, under the same number.
        var terug = Assert.Single(Open([stand], [.. eerst, .. Opgegeven([Met(stand, 0.00m)], eerst)]));
        Assert.Equal((Opgavesoort.Nieuw, 11040.00m, eerst[0][0].Sleutel), (terug.Soort, terug.Bedrag, terug.Sleutel));
    }

    [Fact]
    public void De_sector_blijft_zoals_hij_is_opgegeven()
    {
        var stand = Hoor(Ingeschreven(), Verleend(Zaak, 11040.00m, "2026-06-22"));
        var eerst = Opgegeven([stand]);
        var boer = Met(stand, 4000.00m) with { HoofdSbi = "0113" };

        Assert.Empty(Open([stand with { HoofdSbi = "0113" }], eerst));
        var gewijzigd = Assert.Single(Open([boer], eerst));
        Assert.Equal(("2023/2831", "41.20", Opgavesoort.Wijziging), (gewijzigd.Verordening, gewijzigd.Nace, gewijzigd.Soort));
    }

    [Fact]
    public void Een_deel_onder_nul_gaat_van_het_oudste_af()
    {
        var stand = Ingeschreven() with
        {
            Steun =
            [
                new(Zaak, 100.00m, VerleendOp, "slim-2026", 0m, Nu),
                new(Zaak, 50.00m, VerleendOp.PlusDays(1), "slim-2026", 0m, Nu, $"{Zaak}-H1"),
                new(Zaak, -120.00m, VerleendOp, "slim-2026", 0m, Nu, $"{Zaak}-S1"),
            ],
        };

        Assert.Equal([($"{Zaak}.{Kvk}.{Zaak}-H1", 30.00m)], Staand(stand).Select(r => (r.Sleutel.Kenmerk, r.Bedrag)));
    }

    [Fact]
    public void Een_eigen_belang_en_een_onbekende_onderneming_blijven_buiten_het_bestand_en_dat_wordt_gezegd()
    {
        var bekend = Hoor(Ingeschreven(), Verleend(Zaak, 11040.00m, "2026-06-22"));
        var onbekend = Hoor(null, Verleend("SLIM-000000000B", 5000.00m, "2026-06-22")) with { Id = "12345678" };
        var open = Open([bekend, onbekend]);

        var (regels, overgeslagen) = OpgaveMaken.Kies(open, Namen, Niets);
        Assert.Equal([Zaak], regels.Select(r => r.Zaaknummer));
        Assert.Contains("ingeschreven", Assert.Single(overgeslagen).Reden, StringComparison.Ordinal);
        var (geen, beide) = OpgaveMaken.Kies(open, Namen, new HashSet<string> { Zaak });
        Assert.Empty(geen);
        Assert.Equal(2, beide.Count);
    }

    [Fact]
    public void Hetzelfde_bestand_is_byte_voor_byte_hetzelfde_en_noemt_wat_de_verordening_vraagt()
    {
        var regels = Opgegeven([Hoor(Ingeschreven(), Verleend(Zaak, 11040.00m, "2026-06-22"))])[0];
        var namen = new Dictionary<string, string> { [Kvk] = "=De \"Troffel\"; B.V." };

        var bestand = Steunbestand.Schrijf("steunopgave-000001", regels, namen);

        Assert.Equal(bestand, Steunbestand.Schrijf("steunopgave-000001", [.. regels], namen));
        Assert.Equal(
            "\uFEFFslim-steunregister-1;steunopgave-000001\r\n"
                + "kenmerk;soort;land;kvk-nummer;naam;bedrag;valuta;verleend-op;autoriteit;instrument;nace;verordening\r\n"
                + $"{Zaak}.{Kvk};nieuw;NL;{Kvk};\"'=De \"\"Troffel\"\"; B.V.\";11040.00;EUR;2026-06-22;"
                + "Minister van Sociale Zaken en Werkgelegenheid;subsidie;41.20;2023/2831\r\n"
                + "einde;1\r\n",
            Encoding.UTF8.GetString(bestand)
        );
    }

    [Fact]
    public void Te_laat_is_wat_na_de_laatste_dag_niet_is_bevestigd_tot_het_is_geleverd()
    {
        var stand = Hoor(Ingeschreven(), Verleend(Zaak, 11040.00m, "2026-06-22"));
        var opgave = Gemaakt("bea", Opgegeven([stand])[0]);
        var wachtend = Beeld([opgave], [stand]);

        Assert.Empty(wachtend.NietOpgegeven);
        Assert.Empty(Steunwacht.Van(wachtend.NietBevestigd, Om(new(2026, 7, 20))).TeLaat);
        var wacht = Steunwacht.Van(wachtend.NietBevestigd, Om(new(2026, 7, 21)));
        Assert.Equal([new Steunwacht.Regel($"{Zaak}.{Kvk}", Zaak, "2026-07-20")], wacht.TeLaat);
        Assert.Empty(wacht.Zonder(opgave.Gemaakt.Regels).TeLaat);
        var regel = OpgavewerkTonen.Van(wachtend.NietBevestigd.Single(), wachtend.Wachtend, Namen, new(2026, 7, 21));
        Assert.Equal((OpgavewerkTonen.Werkstand.TeBevestigen, opgave.Id, -1), (regel.Stand, regel.Opgave, regel.Dagen));

        var bevestigd = opgave.Apply(new SteunopgaveBevestigd(new(2026, 7, 6), opgave.Gemaakt.Hash, "coen", Nu));
        Assert.Empty(Beeld([bevestigd], [stand]).NietBevestigd);
        var vervallen = opgave.Apply(new SteunopgaveVervallen(Eerste, "coen", Nu));
        var opnieuw = Beeld([vervallen], [stand]);
        Assert.Equal([Opgavesoort.Nieuw], opnieuw.NietOpgegeven.Select(r => r.Soort));
        Assert.Equal(
            OpgavewerkTonen.Werkstand.OpTeGeven,
            OpgavewerkTonen.Van(opnieuw.NietOpgegeven[0], opnieuw.Wachtend, Namen, VerleendOp).Stand
        );
    }

    [Fact]
    public void Hoeveel_te_laat_een_regel_is_geleverd_blijft_bij_het_bestand_staan()
    {
        var opgave = Gemaakt("bea", Opgegeven([Hoor(Ingeschreven(), Verleend(Zaak, 11040.00m, "2026-06-22"))])[0]);
        var regel = opgave.Gemaakt.Regels[0];

        Assert.Null(opgave.DagenTeLaat(regel));
        Assert.Equal(0, Geleverd(opgave, new(2026, 7, 20)).DagenTeLaat(regel));
        Assert.Equal(3, Geleverd(opgave, new(2026, 7, 23)).DagenTeLaat(regel));
        Assert.Null(opgave.Apply(new SteunopgaveVervallen(Eerste, "coen", Nu)).DagenTeLaat(regel));
    }

    [Fact]
    public void De_onderneming_ziet_of_het_register_haar_steun_heeft_zoals_zij_nu_is()
    {
        var stand = Hoor(Ingeschreven(), Verleend(Zaak, 11040.00m, "2026-06-22"));
        var opgave = Gemaakt("bea", Opgegeven([stand])[0]);
        var geleverd = Geleverd(opgave, new(2026, 7, 6));

        Assert.Equal(new Registerplaats(Registerstatus.NogNiet, Uiterlijk: new(2026, 7, 20)), Plaats(stand));
        // Made is not delivered.
        Assert.Equal(Registerstatus.NogNiet, Plaats(stand, opgave).Status);
        Assert.Equal(new Registerplaats(Registerstatus.Opgenomen, new(2026, 7, 6)), Plaats(stand, geleverd));
        Assert.Equal(new Registerplaats(Registerstatus.Verouderd, new(2026, 7, 6)), Plaats(Met(stand, 4000.00m), geleverd));
        var minder = Geleverd(Gemaakt("bea", Opgegeven([Met(stand, 4000.00m)], [opgave.Gemaakt.Regels])[0]), new(2026, 9, 3));
        Assert.Equal(new Registerplaats(Registerstatus.Opgenomen, new(2026, 9, 3)), Plaats(Met(stand, 4000.00m), geleverd, minder));
        var weg = Geleverd(Gemaakt("bea", Opgegeven([Met(stand, 0.00m)], [opgave.Gemaakt.Regels])[0]), new(2026, 9, 3));
        Assert.Equal(Registerstatus.NogNiet, Plaats(stand, geleverd, weg).Status);
        Assert.Equal(Registerstatus.NietNodig, Plaats(Hoor(Ingeschreven(), Verleend(Zaak, 11040.00m, "2025-12-31"))).Status);

        var post = Assert.Single(SteunBekijken.Van(stand, Regelstanden.Ongewijzigd, Nu, geleverd: [geleverd]).Steun);
        Assert.Equal((Registerstatus.Opgenomen, new LocalDate(2026, 7, 6)), (post.Register, post.GeleverdOp!.Value));

        static Registerplaats Plaats(Onderneming stand, params IReadOnlyList<Steunopgave> opgaven) =>
            Registerplaats.Van(Staand(stand), opgaven)(new(Kvk, Zaak));
    }

    [Fact]
    public void Een_verbetering_heeft_twintig_werkdagen_vanaf_het_eerste_besluit_sinds_het_bestand()
    {
        var stand = Hoor(Ingeschreven(), Verleend(Zaak, 11040.00m, "2026-06-22"));
        var opgave = Gemaakt("bea", Opgegeven([stand])[0]).Apply(new SteunopgaveBevestigd(VerleendOp, "hash", "coen", Nu));
        Instant[] besluiten = [Om(new(2026, 9, 1)), Om(new(2026, 9, 15)), Om(new(2026, 6, 23))];
        var register = Beeld([opgave], [Met(stand, 4000.00m)], besluiten);

        Assert.Equal(new LocalDate(2026, 9, 29), Assert.Single(register.NietBevestigd).Uiterlijk);
        // Heard late: the decision is older than the file.
        Assert.Equal(
            new LocalDate(2026, 7, 21),
            Assert.Single(Beeld([opgave], [Met(stand, 4000.00m)], besluiten[2..]).NietBevestigd).Uiterlijk
        );
    }

    [Fact]
    public void Een_ander_dan_de_maker_bevestigt_met_de_hash_van_het_bestand()
    {
        var opgave = Gemaakt("bea", Opgegeven([Hoor(Ingeschreven(), Verleend(Zaak, 11040.00m, "2026-06-22"))])[0]);
        var (dag, nu) = (new LocalDate(2026, 7, 6), Om(new(2026, 7, 7)));

        Assert.Equal(("eigen-opgave", 403), Geweigerd(Bevestig(opgave, dag, opgave.Gemaakt.Hash, "bea", nu)));
        Assert.Equal("hash", Bevestig(opgave, dag, new string('0', 64), "coen", nu).Weigering!.Fouten.Single().Veld);
        foreach (var verkeerd in (LocalDate[])[new(2026, 7, 1), new(2026, 7, 8)])
        {
            var fout = Bevestig(opgave, verkeerd, opgave.Gemaakt.Hash, "coen", nu).Weigering!.Fouten.Single();
            Assert.Equal(("geleverdOp", OpgaveMaken.Artikel), (fout.Veld, fout.Artikel));
        }
        var gebeurd = Assert.IsType<SteunopgaveBevestigd>(
            Assert.Single(Bevestig(opgave, dag, opgave.Gemaakt.Hash.ToUpperInvariant(), "coen", nu).Gebeurtenissen)
        );
        Assert.Equal(new SteunopgaveBevestigd(dag, opgave.Gemaakt.Hash, "coen", nu), gebeurd);
        var bevestigd = opgave.Apply(gebeurd);
        Assert.Same(Beslissing.Geen, Bevestig(bevestigd, dag, opgave.Gemaakt.Hash, "coen", nu));
        Assert.Equal(("al-bevestigd", 409), Geweigerd(Bevestig(bevestigd, dag, opgave.Gemaakt.Hash, "floris", nu)));
        Assert.Equal(("al-bevestigd", 409), Geweigerd(OpgaveVervallen.Beslis(bevestigd, Eerste, "coen", nu)));
    }

    [Fact]
    public void Een_vervallen_bestand_wordt_niet_bevestigd_en_vervalt_eenmaal()
    {
        var opgave = Gemaakt("bea", []);
        var vervallen = opgave.Apply(
            Assert.IsType<SteunopgaveVervallen>(Assert.Single(OpgaveVervallen.Beslis(opgave, Eerste, "bea", Nu).Gebeurtenissen))
        );

        Assert.Same(Beslissing.Geen, OpgaveVervallen.Beslis(vervallen, Eerste, "bea", Nu));
        Assert.Equal(("opgave-vervallen", 409), Geweigerd(Bevestig(vervallen, VerleendOp, "hash", "coen", Nu)));
        Assert.Equal(("opgave-wacht", 409), Geweigerd(OpgaveMaken.Beslis(opgave, opgave.Gemaakt)));
    }

    /// <summary>
    /// Random lives of an award of a partnership, heard in any order and twice, with files made in between: what the files told together is what stands by
    /// the latest decisions, for each enterprise as much as counts of it over three years.
    /// </summary>
    [Fact]
    public void De_bestanden_na_elkaar_geven_het_register_zoals_het_staat_in_welke_volgorde_ook() =>
        Gen.Select(Steunleven.Stap.Array[1, 8], Gen.Int[0, int.MaxValue])
            .Sample(
                (stappen, zaad) =>
                {
                    var (leven, kans) = (Steunleven.Van(stappen), new Random(zaad));
                    object[] gehoord = [.. leven.Berichten, .. leven.Berichten];
                    kans.Shuffle(gehoord);
                    var standen = leven.Partijen.ToDictionary(p => p, p => Ingeschreven() with { Id = p }, StringComparer.Ordinal);
                    List<IReadOnlyList<Opgaveregel>> opgaven = [];
                    Steunzaak? zaak = null;
                    foreach (var bericht in gehoord)
                    {
                        zaak = Gehoord(zaak, bericht);
                        foreach (var partij in leven.Partijen)
                        {
                            var beslissing = Steunboeking.Beslis(standen[partij], partij, zaak, Regelstanden.Ongewijzigd, Nu);
                            standen[partij] = Volg(standen[partij], beslissing);
                        }
                        if (kans.Next(3) == 0)
                        {
                            opgaven.AddRange(Opgegeven(standen.Values, opgaven));
                        }
                    }
                    opgaven.AddRange(Opgegeven(standen.Values, opgaven));

                    var register = Registerstand.Na(opgaven);
                    Assert.Equal(
                        standen.Values.SelectMany(Staand).ToDictionary(r => r.Sleutel, r => (r.Bedrag, r.VerleendOp)),
                        register.ToDictionary(r => r.Key, r => (r.Value.Bedrag, r.Value.VerleendOp))
                    );
                    Assert.Equal(leven.Staat, register.Values.Sum(r => r.Bedrag));
                    foreach (var (partij, stand) in standen)
                    {
                        Assert.Equal(
                            SteunBekijken.Van(stand, Regelstanden.Ongewijzigd, Om(new(2027, 6, 1))).Meegeteld,
                            register.Values.Where(r => r.KvkNummer == partij).Sum(r => r.Bedrag)
                        );
                    }
                    Assert.Empty(Open(standen.Values, opgaven));
                },
                iter: 300
            );

    private static IReadOnlyList<Registerregel> Staand(Onderneming onderneming) => Registerstand.Van(onderneming, Regelstanden.Ongewijzigd);

    private static IReadOnlyList<Openregel> Open(
        IEnumerable<Onderneming> ondernemingen,
        IReadOnlyList<IReadOnlyList<Opgaveregel>>? eerder = null
    ) => Registerstand.Verschil(ondernemingen.SelectMany(Staand), Registerstand.Na(eerder ?? []), _ => Later);

    /// <summary>The file that is made of what is open now.</summary>
    private static IReadOnlyList<IReadOnlyList<Opgaveregel>> Opgegeven(
        IEnumerable<Onderneming> ondernemingen,
        IReadOnlyList<IReadOnlyList<Opgaveregel>>? eerder = null
    ) => [OpgaveMaken.Kies(Open(ondernemingen, eerder), Namen, Niets).Regels];

    /// <summary>With so much of its first award.</summary>
    private static Onderneming Met(Onderneming stand, decimal bedrag) =>
        stand with
        {
            Steun = bedrag == 0m ? [] : [stand.Steun[0] with { Bedrag = bedrag }],
        };

    private static Steunopgave Gemaakt(string wie, IReadOnlyList<Opgaveregel> regels)
    {
        const string Id = "steunopgave-000001";
        var hash = Steunbestand.Hash(Steunbestand.Schrijf(Id, regels, Namen));
        return new Steunopgave { Id = Id }.Apply(new SteunopgaveGemaakt(regels, new(2026, 7, 20), hash, Eerste, wie, Om(new(2026, 7, 2))));
    }

    private static Steunopgave Geleverd(Steunopgave opgave, LocalDate dag) =>
        opgave.Apply(new SteunopgaveBevestigd(dag, opgave.Gemaakt.Hash, "coen", Nu));

    private static Registerbeeld Beeld(
        IReadOnlyList<Steunopgave> opgaven,
        IReadOnlyList<Onderneming> ondernemingen,
        params Instant[] bijgesteld
    ) =>
        new(
            opgaven,
            [.. ondernemingen.SelectMany(Staand)],
            bijgesteld.ToLookup(_ => new Steunsleutel(Kvk, Zaak)),
            Regelboek.Versie("slim-2026")
        );

    private static Beslissing Bevestig(Steunopgave opgave, LocalDate dag, string hash, string wie, Instant nu) =>
        OpgaveBevestigen.Beslis(opgave, new(dag, hash), wie, nu);

    private static (string Code, int Status) Geweigerd(Beslissing beslissing) => (beslissing.Weigering!.Code, beslissing.Weigering.Status);

    private static Instant Om(LocalDate dag) => Moment.Op(dag.At(new LocalTime(12, 0)));
}
