using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Scans;
using SlimRegeling.Platform;
using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;

namespace SlimRegeling.Leercultuurscans.Tests;

/// <summary>How an answer waits: under a key that is not in the database.</summary>
public class AntwoordsleutelTests
{
    private const string Geheim = "een geheim dat niemand raadt, lang genoeg";

    private static readonly Antwoordsleutel Sleutel = Antwoordsleutel.Met(Geheim);

    [Fact]
    public void Wat_wacht_is_met_de_sleutel_te_lezen_en_zonder_haar_niet()
    {
        var blad = Blad(4, ("D2", null)) with
        {
            WilBeter = ["D1"],
            Kenmerken = new Dictionary<string, string> { ["team"] = "T01" },
        };

        var wachtend = Sleutel.Versleutel("scan-1", blad.InVak());

        Assert.Equal(blad.InVak(), Antwoordblad.UitVak(Sleutel.Ontsleutel("scan-1", wachtend)).InVak());
        Assert.Throws<InvalidDataException>(() =>
            Antwoordsleutel.Met("een ander geheim, ook lang genoeg om te zijn").Ontsleutel("scan-1", wachtend)
        );
        Assert.Throws<InvalidDataException>(() => Sleutel.Ontsleutel("scan-2", wachtend));
    }

    /// <summary>Its length would tell how much someone filled in, and with that who it is among five.</summary>
    [Fact]
    public void Elk_antwoord_is_even_lang_en_twee_dezelfde_lijken_niet_op_elkaar()
    {
        var leeg = Blad(1, ("D1", null), ("D2", null), ("D3", null), ("D4", null), ("D5", null), ("D6", null));
        var vol = Blad(5) with
        {
            WilBeter = ["D1", "D2", "D3"],
            Kenmerken = new Dictionary<string, string> { ["opleiding"] = "praktisch" },
        };

        var een = Sleutel.Versleutel("scan-1", leeg.InVak());
        var twee = Sleutel.Versleutel("scan-1", vol.InVak());

        Assert.Equal(een.Length, twee.Length);
        Assert.NotEqual(een, Sleutel.Versleutel("scan-1", leeg.InVak()));
    }

    [Fact]
    public void Een_nieuw_geheim_leest_wat_onder_het_vorige_wacht()
    {
        var wachtend = Sleutel.Versleutel("scan-1", Blad(3).InVak());
        var gewisseld = Antwoordsleutel.Met("het volgende geheim dat niemand raadt, ook lang", Geheim);

        Assert.Equal(Blad(3).InVak(), gewisseld.Ontsleutel("scan-1", wachtend));
        Assert.Throws<InvalidDataException>(() => Sleutel.Ontsleutel("scan-1", gewisseld.Versleutel("scan-1", Blad(3).InVak())));
    }

    [Fact]
    public void Een_nieuw_geheim_vindt_en_leest_wat_onder_het_vorige_half_is_ingevuld()
    {
        var bewaard = Sleutel.VersleutelHalf("scan-1", "abc123", Blad(2).InVak());
        var gewisseld = Antwoordsleutel.Met("het volgende geheim dat niemand raadt, ook lang", Geheim);

        Assert.Equal(2, gewisseld.Plaatsen("scan-1", "abc123").Count);
        Assert.Equal(Sleutel.Plaatsen("scan-1", "abc123")[0], gewisseld.Plaatsen("scan-1", "abc123")[1]);
        Assert.Equal(Blad(2).InVak(), gewisseld.OntsleutelHalf("scan-1", "abc123", bewaard));
        Assert.Null(Sleutel.OntsleutelHalf("scan-1", "abc123", gewisseld.VersleutelHalf("scan-1", "abc123", Blad(2).InVak())));
        Assert.Null(gewisseld.Probeer("scan-2", Sleutel.Versleutel("scan-1", Blad(2).InVak())));
    }

    /// <summary>Of a half-filled list the place is no hash of the code, and its key needs the code as well as the secret.</summary>
    [Fact]
    public void Een_half_ingevulde_lijst_is_alleen_met_haar_eigen_code_te_lezen()
    {
        var (code, ander) = ("abc123", "abc124");
        var bewaard = Sleutel.VersleutelHalf("scan-1", code, Blad(2).InVak());

        Assert.Equal(Blad(2).InVak(), Sleutel.OntsleutelHalf("scan-1", " ABC-123 ", bewaard));
        Assert.Null(Sleutel.OntsleutelHalf("scan-1", ander, bewaard));
        Assert.Null(Antwoordsleutel.Met("een ander geheim, ook lang genoeg om te zijn").OntsleutelHalf("scan-1", code, bewaard));
        Assert.NotEqual(Codes.Hash(code), Convert.ToHexStringLower(Sleutel.Plaatsen("scan-1", code)[0]));
        Assert.Equal(Sleutel.Plaatsen("scan-1", code), Sleutel.Plaatsen("scan-1", "ABC 123"));
        Assert.NotEqual(Sleutel.Plaatsen("scan-1", code)[0], Sleutel.Plaatsen("scan-2", code)[0]);
    }

    /// <summary>Who handed out the code has it too, but not what the worker's page made up; so the same page gets the same code, and another one another.</summary>
    [Fact]
    public void Een_eigen_code_volgt_uit_de_uitgedeelde_en_de_beurt_samen()
    {
        var (beurt, ander) = (new string('a', 32), new string('b', 32));

        var eigen = Sleutel.EigenCode("scan-1", "ABC-123", beurt);

        Assert.Equal(eigen, Sleutel.EigenCode("scan-1", "abc123", beurt));
        Assert.Equal((26, eigen), (eigen.Length, Codes.Gewoon(eigen)));
        string[] andere =
        [
            Sleutel.EigenCode("scan-1", "abc123", ander),
            Sleutel.EigenCode("scan-1", "abc124", beurt),
            Sleutel.EigenCode("scan-2", "abc123", beurt),
            Antwoordsleutel.Met("een ander geheim, ook lang genoeg om te zijn").EigenCode("scan-1", "abc123", beurt),
        ];
        Assert.Equal(5, andere.Append(eigen).Distinct().Count());
    }

    [Theory]
    [InlineData("Production", "Host=db", null, true)]
    [InlineData("Production", "Host=db", "kort", true)]
    [InlineData("Production", "Host=db", Geheim, false)]
    [InlineData("Production", null, null, false)]
    [InlineData("Development", "Host=db", null, false)]
    public void In_productie_is_er_een_geheim_nodig(string omgeving, string? verbinding, string? geheim, bool weigert)
    {
        var map = Directory.CreateTempSubdirectory("antwoordsleutel-").FullName;
        try
        {
            var configuratie = new ConfigurationBuilder()
                .AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        ["ConnectionStrings:SlimRegeling"] = verbinding,
                        [Antwoordsleutel.Instelling] = geheim,
                        ["SlimRegeling:Gegevensmap"] = map,
                    }
                )
                .Build();

            var fout = Record.Exception(() => Antwoordsleutel.Uit(configuratie, new HostingEnvironment { EnvironmentName = omgeving }));

            Assert.Equal(weigert, fout is Opstartfout);
            Assert.Equal(weigert, fout is not null);
        }
        finally
        {
            Directory.Delete(map, recursive: true);
        }
    }

    [Fact]
    public void Buiten_productie_is_het_geheim_van_de_map_en_blijft_het()
    {
        var map = Directory.CreateTempSubdirectory("antwoordsleutel-").FullName;
        try
        {
            var configuratie = new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["SlimRegeling:Gegevensmap"] = map })
                .Build();
            var omgeving = new HostingEnvironment { EnvironmentName = "Development" };
            var wachtend = Antwoordsleutel.Uit(configuratie, omgeving).Versleutel("scan-1", Blad(3).InVak());

            Assert.Equal(Blad(3).InVak(), Antwoordsleutel.Uit(configuratie, omgeving).Ontsleutel("scan-1", wachtend));
        }
        finally
        {
            Directory.Delete(map, recursive: true);
        }
    }

    [Fact]
    public void Een_code_wordt_alleen_als_hash_herkend_ook_met_hoofdletters_en_streepjes()
    {
        Assert.Equal(Codes.Hash("abc"), Codes.Hash(" AB-C "));
        Assert.Equal(64, Codes.Hash("abc").Length);
    }

    [Fact]
    public void Een_code_in_groepen_van_vier_is_dezelfde_code() =>
        Assert.Equal(
            ("0123-45ab-cd", Codes.Hash("012345abcd")),
            (CodesDrukken.Leesbaar("012345ABCD"), Codes.Hash(CodesDrukken.Leesbaar("012345abcd")))
        );

    [Fact]
    public void Codes_zijn_toevallig_lang_en_elk_anders()
    {
        var codes = Codes.Trek(1_000);

        Assert.Equal(1_000, codes.Distinct().Count());
        Assert.All(codes, c => Assert.True(c.Length * Math.Log2(Codes.Tekens.Length) >= 128));
        // As many bits as there are characters to choose from, when they all are there, once, and each comes up as often as the others.
        Assert.Equal(Codes.Tekens.Length, Codes.Tekens.Distinct().Count());
        var keren = codes.SelectMany(c => c).GroupBy(t => t).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(Codes.Tekens.Order(), keren.Keys.Order());
        var verwacht = (double)codes.Sum(c => c.Length) / Codes.Tekens.Length;
        Assert.All(keren.Values, k => Assert.InRange(k, 0.75 * verwacht, 1.25 * verwacht));
        // So is one's own, which is made of a hash.
        var eigen = Sleutel.EigenCode("scan-1", codes[0], new string('a', 32));
        Assert.True(eigen.Length * Math.Log2(Codes.Tekens.Length) >= 128);
        Assert.True(256 % Codes.Tekens.Length == 0, "Else the first characters would come up more often.");
    }

    [Fact]
    public void Wat_voor_deze_versie_werd_geschreven_is_nog_te_lezen() =>
        Assert.Equal([3, null], Antwoordblad.Lees("""{"D1":[3,null]}""").Antwoorden["D1"]);
}
