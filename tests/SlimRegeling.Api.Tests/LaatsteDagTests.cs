using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Aanvragen.Aanvulling;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Vaststelling.Voortgang;
using SlimRegeling.Verlening.Intrekkingen;

namespace SlimRegeling.Api.Tests;

/// <summary>Whoever must answer a letter is found to be reminded, once, and who answered it is not.</summary>
public sealed class LaatsteDagTests(Apihuis huis)
{
    private const string Deels = """
        {"bedrag":"1000.00","grond":"activiteiten-niet-verricht","argument":"De methode is er niet.","hardheid":"Niet te hard."}
        """;

    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task Ook_jaren_na_de_periode_wordt_aan_het_bewijs_herinnerd()
    {
        var (zaak, _) = await Verleend();
        huis.Klok.Vooruit(Duration.FromDays(800));
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/verantwoordingen/{zaak}/steekproef", """{"zaad":"z"}"""));
        await huis.Stil();
        Assert.Equal(1, await Aantal("vaststelling", zaak, "type = 'brieftermijn-gestart'"));

        // Within the week before its last day, also when that moved to a working day.
        huis.Klok.Vooruit(Duration.FromDays(26));
        await Voer<Herinneren>();

        Assert.Equal(1, await Aantal("vaststelling", zaak, "type = 'laatste-dag-herinnerd' and data ->> 'soort' = 'bewijs'"));
    }

    [Fact]
    public async Task Wie_nog_niet_aanvulde_krijgt_een_keer_een_brief_voor_de_laatste_dag()
    {
        var tijdvak = await _loop.Tijdvak();
        var ((zaak, wie, uiterlijk), (aangevuld, ander, _)) = (await TeAanvullen(tijdvak), await TeAanvullen(tijdvak));
        const string Toelichting = """{"toelichting":"Zie het document dat ik stuurde."}""";
        await Zaakloop.Gelukt(huis.Post(ander, $"/v1/aanvragen/{aangevuld}/aanvulling", Toelichting));
        await Voer<AanvullingHerinneren>();
        Assert.Equal(0, await Herinnerd(zaak));

        Zet(uiterlijk);
        await Voer<AanvullingHerinneren>();
        await Voer<AanvullingHerinneren>();

        Assert.Equal((1L, 0L), (await Herinnerd(zaak), await Herinnerd(aangevuld)));
        Assert.Equal((1, 0), (await Herinneringsbrieven(wie, zaak), await Herinneringsbrieven(ander, aangevuld)));

        Task<long> Herinnerd(string nummer) => Aantal("aanvragen", nummer, "type = 'aanvulling-herinnerd'");
    }

    [Fact]
    public async Task Wie_nog_niet_reageerde_op_een_voornemen_krijgt_een_keer_een_brief_voor_de_laatste_dag()
    {
        var ((zaak, wie), (gezegd, ander)) = (await Verleend(), await Verleend());
        foreach (var nummer in (string[])[zaak, gezegd])
        {
            await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/verleningen/{nummer}/intrekkingen", Deels));
        }
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Post(ander, $"/v1/verleningen/{gezegd}/intrekkingen/zienswijze", """{"tekst":"Wij begonnen later."}"""));
        await Voer<ZienswijzeHerinneren>();
        Assert.Equal(0, await Herinnerd(zaak));

        var beeld = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/verleningen/{zaak}/intrekkingen"))).Inhoud;
        Zet(LocalDatePattern.Iso.Parse(beeld.GetProperty("voorstel").GetProperty("reagerenTotEnMet").GetString()!).Value);
        await Voer<ZienswijzeHerinneren>();
        await Voer<ZienswijzeHerinneren>();

        Assert.Equal((1L, 0L), (await Herinnerd(zaak), await Herinnerd(gezegd)));
        Assert.Equal((1, 0), (await Herinneringsbrieven(wie, zaak), await Herinneringsbrieven(ander, gezegd)));

        Task<long> Herinnerd(string nummer) => Aantal("verlening", nummer, "type = 'zienswijze-herinnerd'");
    }

    private async Task<(string Zaak, string Wie)> Verleend()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvkNummer);
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, wie);
        await _loop.Gereserveerd(tijdvak, zaak);
        await _loop.Beoordeeld(zaak);
        await _loop.Verleend(zaak);
        return (zaak, wie);
    }

    /// <summary>An application of which a document is asked, by the letter that was sent.</summary>
    private async Task<(string Zaak, string Wie, LocalDate Uiterlijk)> TeAanvullen(string tijdvak)
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvkNummer);
        var zaak = await _loop.Ingediend(tijdvak, wie);
        const string Onvolledig = """{"volledig":false,"ontbreekt":["mkb-verklaring"]}""";
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/volledigheid", Onvolledig));
        await huis.Stil();
        var beeld = await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}"));
        return (zaak, wie, LocalDatePattern.Iso.Parse(beeld.Veld("aanvullenUiterlijk")).Value);
    }

    // As the job does it by the clock, which may come at any moment too.
    private async Task Voer<TTaak>()
        where TTaak : ITaak
    {
        await using (var diensten = huis.Diensten())
        {
            var uitvoering = diensten.ServiceProvider.GetRequiredService<Taakuitvoering>();
            await uitvoering.Voer(typeof(TTaak).AssemblyQualifiedName!, TestContext.Current.CancellationToken);
        }
        await huis.Stil();
    }

    /// <summary>The morning two days before this last day: when the shortest term is reminded of.</summary>
    private void Zet(LocalDate uiterlijk) =>
        huis.Klok.Vooruit(Moment.Op(uiterlijk.PlusDays(-2).At(new LocalTime(6, 30))) - huis.Klok.GetCurrentInstant());

    private Task<long> Aantal(string context, string zaak, string voorwaarde) =>
        huis.Tel($"select count(*) from {context}.mt_events where stream_id = '{zaak}' and {voorwaarde}");

    private async Task<int> Herinneringsbrieven(string wie, string zaak) =>
        (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/brieven?zaaknummer={zaak}")))
            .Inhoud.EnumerateArray()
            .Count(b => b.GetProperty("soort").GetString() == "herinnering");
}
