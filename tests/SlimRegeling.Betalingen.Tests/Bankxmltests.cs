using System.Globalization;
using System.Text;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Host.Voorbeeldzaken;
using Xunit;
using static SlimRegeling.Betalingen.Tests.Voorbeelden;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>A file of any size is read or refused in words, without holding it in memory.</summary>
public sealed class Bankxmltests
{
    private const int Vol = 500 * 1024 * 1024;

    private static readonly string Goed = Encoding.UTF8.GetString(
        Voorbeeldbank.Schrijf(
            "AFSCHRIFT-1",
            EigenIban,
            100_000.00m,
            Dag,
            Moment,
            [new(5520.00m, Af: true, "SLIM-7K2M9QX4TB-B1", "Voorschot")]
        )
    );

    private static readonly int Begin = Goed.IndexOf("<Ntry>", StringComparison.Ordinal);

    private static readonly int Eind = Goed.IndexOf("</Ntry>", StringComparison.Ordinal) + "</Ntry>".Length;

    [Fact]
    public void Van_een_bestand_van_500_MB_wordt_gezegd_hoeveel_boekingen_er_hoogstens_in_staan()
    {
        using var bron = new Tekststroom(Boekingen());
        var voor = GC.GetTotalMemory(forceFullCollection: true);

        var uitkomst = Camt053.Lees(bron);

        Assert.Contains($"meer dan {Camt053.MeesteBoekingen} boekingen", Assert.Single(uitkomst.Fouten).Uitleg, StringComparison.Ordinal);
        Assert.True(bron.Gelezen < Vol, $"{bron.Gelezen} bytes were read.");
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - voor < 50 * 1024 * 1024, "What was read is still held.");

        static IEnumerable<string> Boekingen()
        {
            yield return Goed[..Begin];
            var gemaakt = 0L;
            for (var i = 0; gemaakt < Vol; i++)
            {
                var boeking = Goed[Begin..Eind]
                    .Replace("-000001<", string.Create(CultureInfo.InvariantCulture, $"-{i}<"), StringComparison.Ordinal);
                gemaakt += boeking.Length;
                yield return boeking;
            }
            yield return Goed[Eind..];
        }
    }

    [Theory]
    [InlineData("<TxDtls>", "</TxDtls>")]
    [InlineData("<Stmt>", "</Stmt>")]
    public void Ook_wat_in_een_boeking_of_als_afschrift_zonder_eind_is_houdt_op(string open, string sluit)
    {
        var (van, tot) = (Goed.IndexOf(open, StringComparison.Ordinal), Goed.IndexOf(sluit, StringComparison.Ordinal) + sluit.Length);
        // A statement goes without entries of its own: it is the statements that are too many.
        var deel =
            open == "<Stmt>"
                ? Goed[van..tot].Remove(Begin - van, Eind - Begin).Replace("94480.00", "100000.00", StringComparison.Ordinal)
                : Goed[van..tot];
        var kort = string.Concat(deel.Split('\n').Select(regel => regel.Trim()));
        using var bron = new Tekststroom(Enumerable.Repeat(kort, Camt053.MeesteBoekingen + 1).Prepend(Goed[..van]).Append(Goed[tot..]));

        var uitkomst = Camt053.Lees(bron);

        Assert.Contains(uitkomst.Fouten, f => f.Uitleg.Contains($"meer dan {Camt053.MeesteBoekingen} boekingen", StringComparison.Ordinal));
    }

    [Fact]
    public void Een_tekst_van_500_MB_wordt_niet_gelezen()
    {
        using var bron = new Tekststroom(Lang());

        var uitkomst = Camt053.Lees(bron);

        Assert.Contains("een tekst van meer dan 10000 tekens", Assert.Single(uitkomst.Fouten).Uitleg, StringComparison.Ordinal);
        Assert.True(bron.Gelezen < 1024 * 1024, $"{bron.Gelezen} bytes were read.");

        static IEnumerable<string> Lang()
        {
            var plek = Goed.IndexOf("Voorschot", StringComparison.Ordinal);
            yield return Goed[..plek];
            for (var i = 0; i < Vol / 65536; i++)
            {
                yield return new string('a', 65536);
            }
            yield return Goed[plek..];
        }
    }

    [Fact]
    public void Van_een_bestand_vol_fouten_worden_er_honderd_genoemd()
    {
        var fout = string.Concat(Enumerable.Repeat(Goed[Begin..Eind].Replace("EUR", "USD", StringComparison.Ordinal), 5_000));
        using var bron = new MemoryStream(Encoding.UTF8.GetBytes(Goed.Insert(Eind, fout)));

        var uitkomst = Camt053.Lees(bron);

        Assert.InRange(uitkomst.Fouten.Count, 100, 110);
        Assert.Contains(uitkomst.Fouten, f => f.Uitleg.Contains("niet verder gelezen", StringComparison.Ordinal));
    }

    [Fact]
    public void Een_tekst_in_stukken_wordt_een_tekst()
    {
        var tekst = new string('b', 240);

        Assert.Equal($"{tekst} & {tekst}&", Tekst($"{tekst}<![CDATA[ & ]]>{tekst}&amp;"));
    }

    [Theory]
    [InlineData("", 500)]
    [InlineData("b", 499)]
    public void Van_een_omschrijving_wordt_niet_meer_bewaard_dan_een_bank_schrijft_en_geen_half_teken(string begin, int bewaard)
    {
        var teken = char.ConvertFromUtf32(0x1F600);
        var lang = begin + string.Concat(Enumerable.Repeat(teken, 1_500));

        var tekst = Tekst($"{lang}</Ustrd><Ustrd>{lang}");

        Assert.Equal(bewaard, tekst.Length);
        Assert.EndsWith(teken, tekst, StringComparison.Ordinal);
        Assert.Equal(lang[..bewaard], tekst);
    }

    private static string Tekst(string omschrijving)
    {
        using var bron = new MemoryStream(Encoding.UTF8.GetBytes(Goed.Replace("Voorschot", omschrijving, StringComparison.Ordinal)));
        return Assert.Single(Assert.Single(Camt053.Lees(bron).Waarde!).Boekingen).Tekst;
    }
}
