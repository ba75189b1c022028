using NodaTime;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>One window in the database and its model beside it: every command is done in both.</summary>
internal sealed class Spel(Verdeelhuis huis, Uitval uitval, Venster venster, Model model, Tijd tijd)
{
    private readonly Besluiten _besluiten = new(huis);
    private readonly List<(object Bericht, Action Model)> _laat = [];
    private readonly HashSet<string> _klaar = [];
    private readonly List<string> _zaken = [];
    private List<string> _lijst = [];
    private int _tot = -1;
    private bool _geloot;

    public static async Task<Spel> Begin(Verdeelhuis huis, Uitval uitval, Model model, Tijd tijd) =>
        new(
            huis,
            uitval,
            await Venster.Publiceer(huis, model.Plafond, model.Volgorde, model.Overschrijding, model.MagWeigeren ? ["rianne", "rob"] : []),
            model,
            tijd
        );

    /// <summary>How many were left out as doubles.</summary>
    public int Uitgesloten => model.Aanvragen.Count(a => a.Staat == "uitgesloten");

    /// <param name="ander">The other window of the game.</param>
    public async Task Doe(Opdracht o, Spel ander)
    {
        // Some moments are the same.
        tijd.Nu = Math.Max(tijd.Nu + (o.Wie % 2 == 0 ? 0 : 1), _tot + 1);
        var nu = tijd.Nu;
        var a = model.Aanvragen.Count == 0 ? null : model.Aanvragen[o.Wie % model.Aanvragen.Count];
        var onderweg = a is null || _laat.Exists(l => Zaak(l.Bericht) == a.Zaak);
        switch (o.Wat)
        {
            case Wat.Indienen when !tijd.Gesloten:
                await Ingediend(o);
                break;
            case Wat.AanvullingVragen when a is { Aanvulling: null, Aangevuld: null } && Open(a) && !onderweg:
                await Zeg(venster.AanvullingGevraagd(Naam(a), nu), () => model.AanvullingGevraagd(a, nu), o);
                break;
            case Wat.Aanvullen when a is { IsVolledig: false, Aangevuld: null } && Open(a) && !onderweg:
                await Zeg(venster.Aangevuld(Naam(a), o.Bedrag, nu), () => model.Aangevuld(a, o.Bedrag, nu), o);
                break;
            case Wat.VolledigVinden when a is { IsVolledig: false, Aanvulling: null, Aangevuld: null } && Open(a) && !onderweg:
                await Zeg(venster.Volledig(Naam(a), a.Op, nu), () => a.Gevonden = nu, o);
                break;
            case Wat.Intrekken when a is not null && Open(a):
                _klaar.Add(a.Zaak);
                await Zeg(venster.Vervallen(Naam(a), nu), () => Model.Weg(a), o);
                break;
            case Wat.Beoordelen when a is { Staat: "gereserveerd" or "wacht" } && Open(a) && !onderweg:
                var bedrag = Math.Max(1, a.Gevraagd - (o.Bedrag / 2));
                if (a.Beoordeeld is not null)
                {
                    // Of one case two have no moment in common here: what tells them apart elsewhere is their version.
                    nu = ++tijd.Nu;
                }
                await Zeg(venster.Beoordeeld(Naam(a), bedrag, nu), () => model.Beoordeeld(a, bedrag), o with { Laat = false });
                break;
            case Wat.Verlenen when a is { Staat: "gereserveerd" } && Open(a) && !onderweg:
                _klaar.Add(a.Zaak);
                var verleend = Math.Min(Math.Max(1, a.Gereserveerd - (o.Bedrag % 5)), a.Gereserveerd);
                await Zeg(venster.Verleend(Naam(a), verleend, nu), () => Model.Verleend(a, verleend), o with { Laat = false });
                break;
            case Wat.Afwijzen when a is not null && Open(a) && !onderweg:
                _klaar.Add(a.Zaak);
                await Zeg(venster.Afgewezen(Naam(a), nu), () => Model.Weg(a), o with { Laat = false });
                break;
            case Wat.Plafond:
                await Plafond(o);
                break;
            case Wat.Verplaatsen:
                await Verplaats(o, ander);
                break;
            case Wat.Horizon:
                await Horizon();
                break;
            case Wat.Sluiten:
                await Sluit();
                break;
            case Wat.Loten when model is { Volgorde: Volgorde.Loting, Geloot: false } && _zaken.Count >= 3:
                await LegLijstVastEnLoot(o);
                break;
            case Wat.LootGelijken when model.Volgorde == Volgorde.Binnenkomst:
                await LootGelijken(o);
                break;
            case Wat.Herloten:
                await Herloot(o);
                break;
            case Wat.SluitWachtlijst:
                await SluitWachtlijst(o);
                break;
            case Wat.KomtLaat:
                await KomtLaat();
                break;
            default:
                break;
        }
        await uitval.Rust(Id, o.Beurt, o.Bedrag);
        model.Rust();
    }

    public async Task Vergelijk()
    {
        var echt = string.Join(
            ", ",
            (await huis.Rijen(venster.Id))
                .Where(r => model.Aanvragen.Exists(a => a.Zaak == r.Zaak))
                .Select(r => $"{r.Rang} {r.Zaak[..3]} {r.Staat ?? "geen"} {r.Gereserveerd:0}")
        );
        Assert.Equal(model.Stand(), echt);
        Assert.Equal((model.Totaal, model.Plafond), await venster.Geld());
        Assert.True(model.Totaal <= model.Plafond);
    }

    /// <summary>Time goes on to the closing, and all of before it was heard.</summary>
    public async Task Sluit()
    {
        tijd.Nu = Math.Max(tijd.Nu, Model.Sluit + 1);
        while (_laat.Count > 0)
        {
            await KomtLaat();
        }
        await Horizon();
        await huis.Rust();
        model.Rust();
    }

    private bool Open(Modelaanvraag a) => !_klaar.Contains(a.Zaak) && a.Staat is not ("ontoereikend" or "uitgesloten" or "vastgelegd");

    private async Task Ingediend(Opdracht o)
    {
        var naam = $"z{_zaken.Count:00}";
        var ander = $"kvk-z{o.Bedrag % (_zaken.Count + 2):00}";
        // Some are of an enterprise that asked before or comes later, are linked to one, or have a mother in common; some are incomplete.
        var kvk = o.Wie % 6 == 5 ? ander : $"kvk-{naam}";
        var verbonden =
            o.Wie % 7 == 6 ? ander
            : o.Wie % 7 == 4 ? "moeder"
            : null;
        var onvolledig = o.Bedrag % 7 == 0;
        var (zaak, op) = (venster.Zaak(naam), tijd.Nu);
        _zaken.Add(zaak);
        await Zeg(
            venster.Ingediend(naam, kvk, verbonden, onvolledig, o.Bedrag, op),
            () => model.Aanvragen.Add(new(zaak, kvk, verbonden, onvolledig, o.Bedrag, op)),
            o
        );
    }

    private async Task Plafond(Opdracht o)
    {
        var wordt = model.Plafond + (o.Wie % 3 == 0 ? -o.Bedrag : o.Bedrag);
        var code = await Doe(o, () => _besluiten.Plafond(venster.Id, _ => wordt, Venster.Minuut(tijd.Nu), o.Dood));
        Assert.Equal(model.Wijzig(wordt), code);
        tijd.Tel(Wat.Plafond, code);
    }

    private async Task Verplaats(Opdracht o, Spel naar)
    {
        var code = await Doe(o, () => _besluiten.Verplaats(venster.Id, naar.Id, o.Bedrag, Venster.Minuut(tijd.Nu), o.Dood, o.Wie % 2 == 0));
        Assert.Equal(model.Geef(naar.Stand, o.Bedrag, tijd.Nu), code);
        tijd.Tel(Wat.Verplaatsen, code);
        await huis.Rust();
        naar.Stand.Rust();
    }

    private string Id => venster.Id;

    private Model Stand => model;

    private async Task Horizon()
    {
        if (tijd.Nu - 1 <= _tot)
        {
            return;
        }
        _tot = tijd.Nu - 1;
        await huis.Hoor([venster.Tot(_tot)]);
        Weet();
    }

    private async Task LegLijstVastEnLoot(Opdracht o)
    {
        await Sluit();
        Assert.Null((await Doe(o, venster.LegLijstVast)).Weigering);
        (_lijst, _geloot) = model.LegLijstVast();
        if (!_geloot)
        {
            model.Rangschik(_lijst);
            return;
        }
        if (model.Aanvragen.Find(a => _lijst.Contains(a.Zaak) && o.Bedrag % 2 == 0) is { } weg)
        {
            _klaar.Add(weg.Zaak);
            tijd.Nu = Math.Max(tijd.Nu, _tot + 1);
            await Zeg(venster.Vervallen(Naam(weg), tijd.Nu), () => Model.Weg(weg), o with { Wat = Wat.Intrekken, Laat = false });
        }
        Assert.Null((await venster.Bereid($"{o.Bedrag}")).Weigering);
        Assert.Null((await Doe(o, () => venster.Bevestig($"{o.Bedrag}"))).Weigering);
        model.Rangschik(Loten.Volgorde($"{o.Bedrag}", _lijst));
        tijd.Tel(Wat.Loten, null);
    }

    private async Task LootGelijken(Opdracht o)
    {
        var gelijken = model.Gelijken;
        var voorbereid = (await venster.Bereid($"{o.Bedrag}")).Weigering?.Code;
        Assert.Equal(gelijken.Count > 0 ? null : "geen-loting-nodig", voorbereid);
        tijd.Tel(Wat.LootGelijken, voorbereid);
        if (voorbereid is null)
        {
            Assert.Null((await Doe(o, () => venster.Bevestig($"{o.Bedrag}"))).Weigering);
            model.RangschikGelijken(Loten.Volgorde($"{o.Bedrag}", gelijken));
        }
    }

    private async Task Herloot(Opdracht o)
    {
        var code = (await Doe(o, () => venster.Herloot($"opnieuw {o.Bedrag}"))).Weigering?.Code;
        Assert.Equal(_geloot ? null : "niet-geloot", code);
        tijd.Tel(Wat.Herloten, code);
        if (_geloot)
        {
            model.Herrangschik(Loten.Volgorde($"opnieuw {o.Bedrag}", _lijst));
        }
    }

    private async Task SluitWachtlijst(Opdracht o)
    {
        var code = (await Doe(o, venster.SluitWachtlijst)).Weigering?.Code;
        Assert.Equal(model.SluitWachtlijst(_tot), code);
        tijd.Tel(Wat.SluitWachtlijst, code);
    }

    private async Task KomtLaat()
    {
        if (_laat.Count == 0)
        {
            return;
        }
        var (bericht, gehoord) = _laat[0];
        _laat.RemoveAt(0);
        await huis.Hoor([bericht]);
        gehoord();
        Weet();
    }

    private async Task Zeg(object bericht, Action gehoord, Opdracht o)
    {
        tijd.Tel(o.Wat, null);
        if (o.Laat)
        {
            _laat.Add((bericht, gehoord));
            return;
        }
        await uitval.Hoor(bericht, o.Dood, o.Wie);
        gehoord();
    }

    private Task<T> Doe<T>(Opdracht o, Func<Task<T>> stap) => uitval.Doe(stap, o.Dood, o.Wie);

    // The horizon holds when nothing below it is still to come.
    private void Weet()
    {
        if (_laat.TrueForAll(l => Op(l.Bericht) > Venster.Minuut(_tot)))
        {
            model.Grens = _tot;
        }
    }

    private static Instant Op(object bericht) => (Instant)bericht.GetType().GetProperty("Op")!.GetValue(bericht)!;

    private static string Zaak(object bericht) => (string)bericht.GetType().GetProperty("Zaaknummer")!.GetValue(bericht)!;

    private static string Naam(Modelaanvraag a) => a.Zaak[..3];
}
