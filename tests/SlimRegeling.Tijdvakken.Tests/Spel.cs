using NodaTime;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>What can be done in a game.</summary>
public enum Wat
{
    Indienen,
    AanvullingVragen,
    Aanvullen,
    Intrekken,
    Beoordelen,
    Verlenen,
    Afwijzen,
    Plafond,
    Verplaatsen,
    Horizon,
    Sluiten,
    Loten,
    Herloten,
    KomtLaat,
}

/// <param name="Waar">Which window.</param>
/// <param name="Wie">Which of the applications, counted round.</param>
/// <param name="Laat">Its message comes later than what follows it.</param>
/// <param name="Dood">How the work on it ends before it is done again.</param>
/// <param name="Beurt">How the turn after it ends likewise.</param>
public sealed record Opdracht(Wat Wat, int Waar, int Wie, int Bedrag, bool Laat, Dood Dood, Dood Beurt);

/// <summary>The minute in a game; the windows of it share the time.</summary>
/// <param name="gedaan">Counts what was decided, by what it was or why it was refused.</param>
internal sealed class Tijd(IDictionary<string, int> gedaan)
{
    public void Tel(Wat wat, string? code)
    {
        var naam = $"{wat} {code ?? "gelukt"}";
        gedaan[naam] = gedaan.TryGetValue(naam, out var keren) ? keren + 1 : 1;
    }

    public int Nu { get; set; }

    public bool Gesloten => Nu >= Model.Sluit;
}

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

    /// <param name="ander">The other window of the game.</param>
    public async Task Doe(Opdracht o, Spel ander)
    {
        // Some moments are the same.
        tijd.Nu = Math.Max(tijd.Nu + (o.Wie % 3 == 0 ? 0 : 1), _tot + 1);
        var nu = tijd.Nu;
        var a = model.Aanvragen.Count == 0 ? null : model.Aanvragen[o.Wie % model.Aanvragen.Count];
        var onderweg = a is null || _laat.Exists(l => Zaak(l.Bericht) == a.Zaak);
        switch (o.Wat)
        {
            case Wat.Indienen when !tijd.Gesloten:
                await Ingediend(o);
                break;
            case Wat.AanvullingVragen when a is { Aanvulling: null, Aangevuld: null } && Open(a) && !onderweg:
                await Zeg(venster.AanvullingGevraagd(Naam(a), nu), () => Model.AanvullingGevraagd(a, nu), o);
                break;
            case Wat.Aanvullen when a is { Aanvulling: not null, Aangevuld: null } && Open(a):
                await Zeg(venster.Aangevuld(Naam(a), o.Bedrag, nu), () => Model.Aangevuld(a, o.Bedrag, nu), o);
                break;
            case Wat.Intrekken when a is not null && Open(a):
                _klaar.Add(a.Zaak);
                await Zeg(venster.Vervallen(Naam(a), nu), () => Model.Weg(a), o);
                break;
            case Wat.Beoordelen when a is { Staat: "gereserveerd" or "wacht" } && Open(a) && !onderweg:
                var bedrag = Math.Max(1, a.Gevraagd - (o.Bedrag / 2));
                await Zeg(venster.Beoordeeld(Naam(a), bedrag, nu), () => Model.Beoordeeld(a, bedrag), o with { Laat = false });
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
            case Wat.Loten:
                await (model.Volgorde == Volgorde.Loting ? LegLijstVastEnLoot(o) : LootGelijken(o));
                break;
            case Wat.Herloten:
                await Herloot(o);
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

    private bool Open(Model.Aanvraag a) => !_klaar.Contains(a.Zaak) && a.Staat is not ("ontoereikend" or "uitgesloten" or "vastgelegd");

    private async Task Ingediend(Opdracht o)
    {
        var naam = $"z{_zaken.Count:00}";
        // Every sixth is of an enterprise that asked before, or shares its moment.
        var kvk = o.Wie % 6 == 5 && _zaken.Count > 0 ? $"kvk-z{o.Wie % _zaken.Count:00}" : $"kvk-{naam}";
        var (zaak, op) = (venster.Zaak(naam), tijd.Nu);
        _zaken.Add(zaak);
        await Zeg(venster.Ingediend(naam, o.Bedrag, op, kvk), () => model.Ingediend(zaak, kvk, o.Bedrag, op), o);
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
        if (model.Geloot || _zaken.Count < 3)
        {
            return;
        }
        await Sluit();
        var lijst = model.Aanvragen.Where(a => !a.Weg).OrderBy(a => a.Op).ThenBy(a => a.Zaak, StringComparer.Ordinal).ToList();
        var op = lijst.DistinctBy(a => a.Kvk).ToList();
        foreach (var dubbel in lijst.Except(op))
        {
            dubbel.Staat = "uitgesloten";
        }
        Assert.Null((await Doe(o, venster.LegLijstVast)).Weigering);
        _lijst = [.. op.Where(a => a is { Aanvulling: null, Aangevuld: null }).Select(a => a.Zaak)];
        if (op.Where(a => a.Aanvulling is null || a.Aangevuld is not null).Sum(a => a.Gevraagd) <= model.Plafond)
        {
            model.Rangschik(_lijst);
            return;
        }
        if (model.Aanvragen.Find(a => _lijst.Contains(a.Zaak) && o.Bedrag % 2 == 0) is { } weg)
        {
            _klaar.Add(weg.Zaak);
            tijd.Nu = Math.Max(tijd.Nu, _tot + 1);
            await Zeg(venster.Vervallen(Naam(weg), tijd.Nu), () => Model.Weg(weg), o with { Laat = false });
        }
        Assert.Null((await venster.Bereid($"{o.Bedrag}")).Weigering);
        Assert.Null((await Doe(o, () => venster.Bevestig($"{o.Bedrag}"))).Weigering);
        model.Rangschik(Loten.Volgorde($"{o.Bedrag}", _lijst));
        _geloot = true;
        tijd.Tel(Wat.Loten, null);
    }

    private async Task LootGelijken(Opdracht o)
    {
        var gelijken = model.Gelijken;
        var voorbereid = (await venster.Bereid($"{o.Bedrag}")).Weigering?.Code;
        Assert.Equal(gelijken.Count > 0 ? null : "geen-loting-nodig", voorbereid);
        tijd.Tel(Wat.Loten, voorbereid);
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

    private static string Naam(Model.Aanvraag a) => a.Zaak[..3];
}
