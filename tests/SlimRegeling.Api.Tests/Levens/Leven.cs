using System.Text.Json;
using NodaTime;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests.Levens;

/// <summary>
/// One case in which everything is done by who may: the recipient, and employees who had no hand in anything before. Whether it is taken, the program
/// says.
/// </summary>
/// <param name="wie">The recipient.</param>
/// <param name="lezer">An employee who only looks.</param>
internal sealed partial class Leven(Beller beller, Levenssoort soort, string wie, string kvkNummer, string zaak, string lezer)
{
    private const string Reden = "Het liep anders dan bedacht.";
    private const string Terug = """{"reden":"Leg het beter uit."}""";

    private static readonly string GeenHash = new('0', 64);

    private string? _document;

    public string Zaak => zaak;

    public string Wie => wie;

    public string KvkNummer => kvkNummer;

    public bool IsMkb => soort == Levenssoort.Mkb;

    /// <summary>The case of the same recipient in another window; null while there is none.</summary>
    public string? Elders { get; set; }

    private string Verlening => $"/v1/verleningen/{zaak}";

    private string Verantwoording => $"/v1/verantwoordingen/{zaak}";

    private LocalDate Vandaag => Moment.Dag(beller.Huis.Klok.GetCurrentInstant());

    public Task<Gekregen> Doe(Daad daad, int keuze) =>
        daad switch
        {
            Daad.Melden => beller.Post(wie, $"/v1/aanvragen/{zaak}/meldingen", """{"tekst":"Het gaat later.","soort":"later"}"""),
            Daad.VraagWijziging => VraagWijziging(keuze),
            Daad.TrekWijzigingIn => TrekWijzigingIn(),
            Daad.StelWijzigingVoor => StelWijzigingVoor(keuze % 3 > 0),
            Daad.ZendWijzigingTerug => ZendWijzigingTerug(),
            Daad.TekenWijziging => TekenWijziging(),
            Daad.MeldVoortgang => MeldVoortgang(),
            Daad.StelVoorschotVoor => beller.Post(Bo(), $"{Verlening}/voorschotvoorstel", """{"argument":"Het verslag is er."}"""),
            Daad.ZendVoorschotTerug => beller.Post(Mo(), $"{Verlening}/voorschotvoorstel/terugzending", Terug),
            Daad.TekenVoorschot => TekenVoorschot(),
            Daad.StelIntrekkingVoor => StelIntrekkingVoor(keuze),
            Daad.GeefZienswijze => GeefZienswijze(keuze % 2 > 0),
            Daad.LegIntrekkingVoor => LegIntrekkingVoor(),
            Daad.ZendIntrekkingTerug => beller.Post(Mo(), $"{Verlening}/intrekkingen/terugzending", Terug),
            Daad.TekenIntrekking => TekenIntrekking(),
            Daad.MaakBezwaar => MaakBezwaar(keuze),
            Daad.TrekBezwaarIn => TrekBezwaarIn(),
            Daad.BehandelBezwaar => BehandelBezwaar(keuze % 3 > 0, deels: keuze % 3 == 1),
            Daad.ZendBezwaarTerug => ZendBezwaarTerug(),
            Daad.TekenBezwaar => TekenBezwaar(),
            Daad.TrekSteekproef => beller.Post(Bo(), $"{Verantwoording}/steekproef", """{"zaad":"z"}"""),
            Daad.GeefBewijs => GeefBewijs(),
            Daad.Declareer => Declareer(keuze),
            Daad.VraagAanvulling => VraagAanvulling(),
            Daad.Beoordeel => Beoordeel(keuze),
            Daad.TekenVaststelling => TekenVaststelling(),
            Daad.Betaal => Betaal(),
            Daad.WijsAf => WijsAf(),
            Daad.KomtTerug => KomtTerug(),
            Daad.NeemBestandTerug => NeemBestandTerug(),
            Daad.VergoedRente => VergoedRente(),
            Daad.LegBeslag => LegBeslag(),
            Daad.BetaalBeslaglegger => BetaalBeslaglegger(),
            Daad.HefBeslagOp => HefBeslagOp(),
            Daad.KoppelOpdracht => KoppelOpdracht(),
            Daad.KoppelVordering => KoppelVordering(),
            Daad.Retour => BoekRetour(),
            Daad.ZetOpTussenrekening => ZetOpTussenrekening(),
            Daad.BoekBankkosten => BoekBankkosten(),
            Daad.StreepWeg => StreepWeg(),
            Daad.GeefTerug => GeefTerug(),
            Daad.WijzigRekening => WijzigRekening(keuze),
            Daad.ControleerRekening => ControleerRekening(),
            Daad.Tegenboek => Tegenboek(keuze),
            Daad.SluitMaand => SluitMaand(),
            Daad.Vorder => Vorder(),
            Daad.Maan => Maan(),
            Daad.Rente => StelRenteVast(),
            Daad.BetaalTerug => BetaalTerug(keuze),
            Daad.TrefRegeling => TrefRegeling(),
            Daad.BeeindigRegeling => BeeindigRegeling(),
            Daad.Verreken => Verreken(),
            Daad.Afboeken => BoekAf(),
            Daad.Dwangbevel => VaardigDwangbevelUit(),
            Daad.Belemmer => Belemmer(keuze),
            Daad.HefBelemmeringOp => HefBelemmeringOp(),
            Daad.Erken => Erken(),
            _ => throw new ArgumentException($"{daad} is not of one case.", nameof(daad)),
        };

    /// <summary>Sends the document that proves things later.</summary>
    public async Task StuurDocument()
    {
        var ontvangen = await beller.Stuur(wie, $"/v1/documenten?zaaknummer={zaak}&soort=verslag", () => Zaakloop.Pdf);
        Assert.True(ontvangen.IsGelukt(), ontvangen.Tekst);
        _document = ontvangen.Veld("document");
    }

    /// <summary>Assesses the application and signs that.</summary>
    public async Task Besluit(Begin begin)
    {
        var beoordeeld = await beller.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/beoordeling", await Oordelen(begin));
        Assert.True(beoordeeld.IsGelukt(), beoordeeld.Tekst);
        await beller.Rust();
        var hash = (await Zie(Verlening)).Lid("voorstel").Tekst("hash");
        var getekend = await beller.Post(Mensen.Medeondertekenaar, $"{Verlening}/ondertekening", Hash(hash));
        Assert.True(getekend.IsGelukt(), getekend.Tekst);
        await beller.Rust();
    }

    /// <param name="bezwaar">For which it is assessed again.</param>
    private async Task<string> Oordelen(Begin begin, string? bezwaar = null)
    {
        var gronden = (await Zie($"/v1/aanvragen/{zaak}"))
            .Leden("teOordelen")
            .Select(c => c!.Value.GetString())
            .Select(code => new
            {
                code,
                uitkomst = begin == Begin.Afwijzen && code == "niet-haalbaar" ? "nietVoldaan" : "voldaan",
                argument = "gezien",
            });
        var oordelen = new Dictionary<string, object> { ["gronden"] = gronden };
        if (soort != Levenssoort.Verband && (begin == Begin.Lager || bezwaar is not null))
        {
            oordelen["begroting"] = begin == Begin.Lager ? Lager : Geheel;
        }
        if (bezwaar is not null)
        {
            oordelen["bezwaar"] = bezwaar;
        }
        return JsonSerializer.Serialize(oordelen);
    }

    private static JsonElement Geheel => JsonSerializer.Deserialize<JsonElement>(Zaakloop.Formulier).GetProperty("activiteiten");

    private static JsonElement Lager =>
        JsonSerializer.Deserialize<JsonElement>(
            """
            [{"soort":"A","externeUren":[{"uren":40,"uurtarief":"150.00"}]},{"soort":"C","externeUren":[{"uren":65,"uurtarief":"120.00"}]}]
            """
        );

    private string Bo() => beller.Huis.Medewerker(Rol.Beoordelaar);

    private string Mo() => beller.Huis.Medewerker(Rol.Medeondertekenaar);

    private static string Hash(string? hash) => $$"""{"hash":"{{hash ?? GeenHash}}"}""";

    private static string HashMetReden(string? hash) => $$"""{"hash":"{{hash ?? GeenHash}}","reden":"Leg het beter uit."}""";

    /// <summary>What an employee sees there; null when there is nothing.</summary>
    private async Task<JsonElement?> Zie(string pad)
    {
        var antwoord = await beller.Haal(lezer, pad);
        Assert.True(antwoord.Status is 200 or 404, $"{pad} gave {antwoord.Status}: {antwoord.Tekst}");
        return antwoord.Status == 200 ? antwoord.Inhoud : null;
    }
}
