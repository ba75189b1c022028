using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Relaties.Tests.Voorbeelden;

namespace SlimRegeling.Relaties.Tests;

public sealed class ContactTests
{
    [Theory]
    [InlineData("info@voorbeeld.nl")]
    [InlineData("  voornaam.achternaam+slim@kantoor.voorbeeld.nl ")]
    [InlineData("o'brien@voorbeeld.ie")]
    [InlineData("jos\u00e9@voorbeeld.nl")]
    [InlineData("info@b\u00fccher.de")]
    [InlineData("info@xn--bcher-kva.de")]
    [InlineData("info@\u4f8b\u3048.jp")]
    public void Dit_is_een_adres(string tekst) => Assert.Equal(tekst.Trim(), new Contactgegevens(tekst).Controleer().Gegevens?.Email);

    [Theory]
    [InlineData("voorbeeld.nl")]
    [InlineData("a@b@c.nl")]
    [InlineData("a b@c.nl")]
    [InlineData("a@b")]
    [InlineData("a@127.0.0.1")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("a@-b.nl")]
    [InlineData("a@b..nl")]
    [InlineData(".a@b.nl")]
    [InlineData("a.@b.nl")]
    [InlineData("@b.nl")]
    [InlineData("a@")]
    [InlineData("a@b.nl\nBcc: c@d.nl")]
    [InlineData("a\r\n@b.nl")]
    [InlineData("a\0@b.nl")]
    [InlineData("Jan <a@b.nl>")]
    [InlineData("a@b.nl,c@d.nl")]
    [InlineData("a@b.nl;c@d.nl")]
    [InlineData("\"a b\"@c.nl")]
    [InlineData("a\u202e@b.nl")]
    [InlineData("a@b\u200b.nl")]
    public void Dit_is_er_geen(string tekst)
    {
        var (gegevens, fouten) = new Contactgegevens(tekst).Controleer();

        Assert.Null(gegevens);
        Assert.Equal("email", Assert.Single(fouten).Veld);
    }

    [Fact]
    public void Te_lang_wordt_gezegd()
    {
        var adres = $"{new string('a', 64)}@{string.Join('.', Enumerable.Repeat(new string('b', 60), 4))}.nl";
        Assert.Contains("254", Assert.Single(new Contactgegevens(adres).Controleer().Fouten).Uitleg, StringComparison.Ordinal);
        Assert.Null(new Contactgegevens($"{new string('a', 65)}@b.nl").Controleer().Gegevens);
    }

    [Fact]
    public void Een_adres_wordt_gezegd_als_verwijzing_en_een_keer()
    {
        var eerste = Assert.IsType<ContactGewijzigd>(
            Assert.Single(ContactWijzigen.Beslis(null, new(() => Eerste, null), null, Wie, Nu).Gebeurtenissen)
        );
        Assert.Equal(new ContactGewijzigdBericht(Kvk, Nu, Eerste.Id, Eerste.Hash), Assert.Single(Uitgaand.Berichten(Kvk, eerste)));
        var onderneming = new Onderneming { Id = Kvk }.Apply(eerste);

        Assert.Empty(
            ContactWijzigen.Beslis(onderneming, new(() => throw new InvalidOperationException(), Eerste), null, Wie, Nu).Gebeurtenissen
        );
        Assert.Equal(
            new ContactGewijzigd(Tweede, Wie, Nu),
            Assert.Single(ContactWijzigen.Beslis(onderneming, new(() => Tweede, null), null, Wie, Nu).Gebeurtenissen)
        );
    }

    [Fact]
    public void Wie_geen_email_meer_wil_neemt_het_adres_weg()
    {
        var onderneming = new Onderneming { Id = Kvk, Contact = Eerste };

        var weg = Assert.IsType<ContactGewijzigd>(Assert.Single(ContactWijzigen.Beslis(onderneming, null, null, Wie, Nu).Gebeurtenissen));

        Assert.Equal(new ContactGewijzigdBericht(Kvk, Nu), Assert.Single(Uitgaand.Berichten(Kvk, weg)));
        Assert.Null(onderneming.Apply(weg).Contact);
        Assert.Empty(ContactWijzigen.Beslis(onderneming.Apply(weg), null, null, Wie, Nu).Gebeurtenissen);
        Assert.Empty(ContactWijzigen.Beslis(null, null, null, Wie, Nu).Gebeurtenissen);
    }

    [Fact]
    public void Papier_wordt_een_keer_gevraagd_en_staat_los_van_het_emailadres()
    {
        var papier = Assert.IsType<BriefwijzeGekozen>(Assert.Single(ContactWijzigen.Beslis(null, null, true, Wie, Nu).Gebeurtenissen));
        Assert.Equal(new BriefwijzeGewijzigdBericht(Kvk, true, Nu), Assert.Single(Uitgaand.Berichten(Kvk, papier)));
        var onderneming = new Onderneming { Id = Kvk }.Apply(papier);

        Assert.Empty(ContactWijzigen.Beslis(onderneming, null, true, Wie, Nu).Gebeurtenissen);
        Assert.Empty(ContactWijzigen.Beslis(onderneming, null, null, Wie, Nu).Gebeurtenissen);
        Assert.Empty(ContactWijzigen.Beslis(null, null, false, Wie, Nu).Gebeurtenissen);
        Assert.Equal([new BriefwijzeGekozen(false, Wie, Nu)], ContactWijzigen.Beslis(onderneming, null, false, Wie, Nu).Gebeurtenissen);
    }
}
