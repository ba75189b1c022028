using NodaTime;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>
/// One window of which much happens at once, and its model, which hears it afterwards in the order of its moments. What of it has an outcome that
/// depends on who was first (a change of the ceiling) tells the model what came of it; the rest comes out the same in whatever order.
/// </summary>
internal sealed class Gelijktijdig(Verdeelhuis huis, Venster venster, Model model, Tijd tijd)
{
    private readonly Besluiten _besluiten = new(huis);
    private readonly HashSet<string> _geweest = [];
    private readonly List<(object Bericht, Action Model)> _ronde = [];
    private readonly Lock _slot = new();
    private List<string>? _loting;
    private int _nummer;

    public string Id => venster.Id;

    public static async Task<Gelijktijdig> Begin(Verdeelhuis huis, Model model, Tijd tijd) =>
        new(
            huis,
            await Venster.Publiceer(huis, model.Plafond, model.Volgorde, model.Overschrijding, model.MagWeigeren ? ["rianne", "rob"] : []),
            model,
            tijd
        );

    /// <summary>Adds a message or a decision to the round; of each application at most one change.</summary>
    public void Voeg(int wat, int wie, int bedrag, Gelijktijdig ander, List<Func<Task>> besluiten)
    {
        var nu = ++tijd.Nu;
        var moment = Venster.Minuut(nu);
        var a = model.Aanvragen.Count == 0 ? null : model.Aanvragen[wie % model.Aanvragen.Count];
        switch (wat)
        {
            case 8 or 9:
                besluiten.Add(() => Plafond(wat == 8 ? bedrag : -bedrag, moment));
                break;
            case 10 or 11:
                besluiten.Add(async () =>
                {
                    // What stands in the way may have gone before it is signed.
                    var code = await _besluiten.Verplaats(Id, ander.Id, bedrag, moment, ongezien: wat == 10);
                    Tel(Wat.Verplaatsen, code);
                    if (code is null)
                    {
                        Erbij(-bedrag);
                        ander.Erbij(bedrag);
                    }
                });
                break;
            case < 4 when !tijd.Gesloten:
            case < 8 when a is null && !tijd.Gesloten:
                Ingediend(wie, bedrag, nu);
                break;
            default:
                if (a is { Weg: false, Staat: not ("ontoereikend" or "vastgelegd") } && _geweest.Add(a.Zaak))
                {
                    Verander(a, wat, bedrag, nu);
                }
                break;
        }
    }

    /// <summary>What is said in this round, in any order, with the horizon that counts it all.</summary>
    public IReadOnlyList<object> Ronde()
    {
        var tot = tijd.Nu;
        _ronde.Add((venster.Tot(tot), () => model.Grens = tot));
        return [.. _ronde.Select(r => r.Bericht)];
    }

    /// <summary>The draw, confirmed by two at once.</summary>
    public IEnumerable<Func<Task>> Lotingen() =>
        _loting is null ? [] : [() => venster.Bevestig("zaad"), () => venster.Bevestig("zaad", "ruud")];

    /// <summary>Closes; of a window with a draw the list is fixed and, when not all fit, the draw prepared.</summary>
    public async Task Sluit()
    {
        tijd.Nu = Math.Max(tijd.Nu, Model.Sluit + 1);
        await huis.Hoor([venster.Tot(Model.Sluit)]);
        model.Grens = Model.Sluit;
        await huis.Rust();
        if (model.Volgorde == Volgorde.Loting)
        {
            Assert.Null((await venster.LegLijstVast()).Weigering);
            await huis.Rust();
            var (lijst, loten) = model.LegLijstVast();
            if (loten)
            {
                Assert.Null((await venster.Bereid("zaad")).Weigering);
                _loting = lijst;
                Tel(Wat.Loten, null);
            }
            else
            {
                model.Rangschik(lijst);
            }
        }
        model.Rust();
    }

    /// <summary>At rest: from here on nobody waits.</summary>
    public async Task SluitWachtlijst()
    {
        var code = (await venster.SluitWachtlijst()).Weigering?.Code;
        await huis.Rust();
        Assert.Equal(model.SluitWachtlijst(model.Grens), code);
        Tel(Wat.SluitWachtlijst, code);
    }

    /// <summary>The model hears what happened; at rest both are the same.</summary>
    public async Task Vergelijk()
    {
        foreach (var (_, gehoord) in _ronde)
        {
            gehoord();
        }
        if (_loting is not null)
        {
            var keren = await huis.Vraag<long>(
                $"select count(*) from tijdvakken.mt_events where stream_id = '{Id}' and type = 'gerangschikt'"
            );
            Assert.Equal(1, keren);
            model.Rangschik(Loten.Volgorde("zaad", _loting));
        }
        _ronde.Clear();
        _geweest.Clear();
        _loting = null;
        var rijen = (await huis.Rijen(Id)).ToDictionary(r => r.Zaak);
        Assert.Equal(model.Plafond, (await venster.Geld()).Plafond);
        if (model.Overschrijding == Overschrijding.Overslaan || model.WachtlijstGesloten)
        {
            Neem(rijen);
        }
        else
        {
            model.Rust();
            Assert.Equal(Stand(model.Aanvragen.Select(a => (a.Zaak, a.Rang, a.Staat, a.Gereserveerd))), Stand(rijen.Values));
        }
        if (model.Volgorde == Volgorde.Binnenkomst)
        {
            var uitgegeven = await huis.Rangen(Id);
            Assert.Equal(Enumerable.Range(1, uitgegeven.Count), uitgegeven);
        }
    }

    private void Ingediend(int wie, int bedrag, int nu)
    {
        // Some are linked to one that asked before, some are incomplete.
        var verbonden = wie % 7 == 6 ? $"kvk-z{wie % (_nummer + 1):000}" : null;
        var onvolledig = bedrag % 6 == 0;
        var naam = $"z{_nummer++:000}";
        var (zaak, kvk) = (venster.Zaak(naam), $"kvk-{naam}");
        _ronde.Add(
            (
                venster.Ingediend(naam, kvk, verbonden, onvolledig, bedrag, nu),
                () => model.Aanvragen.Add(new(zaak, kvk, verbonden, onvolledig, bedrag, nu))
            )
        );
    }

    private void Verander(Modelaanvraag a, int wat, int bedrag, int nu)
    {
        var naam = a.Zaak[..4];
        if (wat is 4 or 0)
        {
            _ronde.Add((venster.Vervallen(naam, nu), () => Model.Weg(a)));
        }
        else if (wat is 6 or 2 && a is { IsVolledig: false, Aangevuld: null })
        {
            _ronde.Add((venster.Volledig(naam, a.Op, nu), () => a.Gevonden = nu));
        }
        else if (wat is 5 or 1 && a.Aangevuld is null)
        {
            // Both at once, in any order.
            var aangevuld = ++tijd.Nu;
            _ronde.Add((venster.AanvullingGevraagd(naam, nu), () => model.AanvullingGevraagd(a, nu)));
            _ronde.Add((venster.Aangevuld(naam, bedrag, aangevuld), () => model.Aangevuld(a, bedrag, aangevuld)));
        }
        else if (wat == 7 && a.Staat == "gereserveerd")
        {
            var verleend = Math.Max(1, a.Gereserveerd - (bedrag / 4));
            _ronde.Add((venster.Verleend(naam, verleend, nu), () => Model.Verleend(a, verleend)));
        }
        else
        {
            var beoordeeld = Math.Max(1, a.Doel - (bedrag / 2));
            _ronde.Add((venster.Beoordeeld(naam, beoordeeld, nu), () => model.Beoordeeld(a, beoordeeld)));
        }
    }

    private async Task Plafond(int erbij, Instant nu)
    {
        var code = await _besluiten.Plafond(Id, plafond => plafond + erbij, nu);
        Tel(Wat.Plafond, code);
        if (code is null)
        {
            Erbij(erbij);
        }
    }

    private void Tel(Wat wat, string? code)
    {
        lock (tijd)
        {
            tijd.Tel(wat, code);
        }
    }

    private void Erbij(int bedrag)
    {
        lock (_slot)
        {
            model.Plafond += bedrag;
        }
    }

    /// <summary>
    /// When who does not fit is passed or refused, it depends on the order of things who was. What holds in any order: who has a place has all it
    /// needs, nobody waits who would fit, doubles are out and ranks go by moment. The model goes on from there.
    /// </summary>
    private void Neem(Dictionary<string, (string Zaak, int? Rang, string? Staat, decimal Gereserveerd)> rijen)
    {
        while (model.SluitUit()) { }
        var vrij = model.Plafond - rijen.Values.Sum(r => r.Gereserveerd);
        Assert.True(vrij >= 0);
        var laatste = model.Aanvragen.Max(a => a.Rang) ?? 0;
        foreach (var a in model.Aanvragen.OrderBy(a => a.Plaats ?? int.MaxValue))
        {
            var rij = rijen[a.Zaak];
            // Once nobody waits who has a place keeps what it has.
            var nodig = model.WachtlijstGesloten && a.Staat == "gereserveerd" ? a.Gereserveerd : a.Doel;
            Assert.Equal((a.Zaak, a.Staat == "uitgesloten"), (a.Zaak, rij.Staat == "uitgesloten"));
            if (model.Volgorde == Volgorde.Binnenkomst && rij.Rang != a.Rang)
            {
                Assert.True(rij.Rang > laatste, $"{a} stands in front of {laatste}");
                laatste = rij.Rang!.Value;
            }
            (a.Rang, a.Staat, a.Gereserveerd) = (rij.Rang, rij.Staat, rij.Gereserveerd);
            switch (a.Staat)
            {
                case "gereserveerd":
                    Assert.Equal((a.Zaak, nodig), (a.Zaak, a.Gereserveerd));
                    break;
                case "wacht":
                    Assert.False(model.MagWeigeren || model.WachtlijstGesloten);
                    Assert.True(a.Nodig > vrij, $"{a} waits for {a.Nodig}, {vrij} is free");
                    break;
                case null when a.Plaats is not null:
                    Assert.True(model.Volgorde == Volgorde.Loting && !model.Geloot, $"{a} has no place");
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Who has a place, by rank, and who has none; ranks that were given up in between leave no trace here.</summary>
    private static string Stand(IEnumerable<(string Zaak, int? Rang, string? Staat, decimal Gereserveerd)> rijen) =>
        string.Join(
            ", ",
            rijen
                .OrderBy(r => r.Staat is null)
                .ThenBy(r => r.Staat is null ? 0 : r.Rang)
                .ThenBy(r => r.Zaak, StringComparer.Ordinal)
                .Select(r => $"{r.Zaak[..4]} {r.Staat ?? "geen"} {r.Gereserveerd:0}")
        );
}
