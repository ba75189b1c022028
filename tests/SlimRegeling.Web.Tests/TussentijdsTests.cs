using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Pages.Werkblad;

namespace SlimRegeling.Web.Tests;

/// <summary>
/// A step that was asked by what was seen is asked once more when only what stands in nobody's way happened by itself since, and never over what another
/// did.
/// </summary>
public sealed class TussentijdsTests
{
    private const string Systeem = "systeem";
    private const long Gezien = 3;

    [Fact]
    public async Task What_was_seen_is_what_stands_there_and_it_is_asked_once()
    {
        var zaak = new Zaak(Gezien);
        Assert.Equal((200, "3"), await zaak.Doe());
        Assert.Empty(zaak.Gelezen);
    }

    [Theory]
    [InlineData("rang-vernomen")]
    [InlineData("budget-vernomen")]
    [InlineData("hersteltermijn-gestart")]
    [InlineData("bezwaartermijn-gestart")]
    public async Task What_came_by_itself_and_stands_in_nobodys_way_is_no_reason_to_ask_a_person_again(string wat)
    {
        var zaak = new Zaak(Gezien);
        zaak.Gebeur(wat, Systeem);
        zaak.Gebeur("budget-vernomen", Systeem);
        Assert.Equal((200, "3 5"), await zaak.Doe());
        // The version first: what happens between the two is in what happened.
        Assert.Equal(["versie", "verloop"], zaak.Gelezen);
    }

    [Theory]
    [InlineData("aanvraag-volledig", "een-collega")]
    [InlineData("rang-vernomen", "een-collega")]
    [InlineData("budgettekort-vernomen", Systeem)]
    public async Task What_a_colleague_did_or_what_changes_something_is_told(string wat, string wie)
    {
        var zaak = new Zaak(Gezien);
        zaak.Gebeur("budget-vernomen", Systeem);
        zaak.Gebeur(wat, wie);
        Assert.Equal((412, "3"), await zaak.Doe());
    }

    [Fact]
    public async Task What_nobody_is_told_of_stands_in_nobodys_way()
    {
        var zaak = new Zaak(Gezien);
        zaak.Gebeur(null, Systeem);
        Assert.Equal((200, "3 4"), await zaak.Doe());
    }

    [Fact]
    public async Task Who_does_something_while_it_is_looked_up_is_not_overwritten()
    {
        var ertussen = new Zaak(Gezien);
        ertussen.Gebeur("budget-vernomen", Systeem);
        ertussen.NaLezen = wat => ertussen.GebeurBij(wat == "versie");
        Assert.Equal((412, "3"), await ertussen.Doe());

        var erna = new Zaak(Gezien);
        erna.Gebeur("budget-vernomen", Systeem);
        erna.NaLezen = wat => erna.GebeurBij(wat == "verloop");
        Assert.Equal((412, "3 4"), await erna.Doe());
    }

    [Fact]
    public async Task Without_a_version_nothing_is_asked_again()
    {
        var zaak = new Zaak(Gezien) { IsDicht = true };
        zaak.Gebeur("budget-vernomen", Systeem);
        Assert.Equal((412, "3"), await zaak.Doe());
    }

    /// <summary>What the API knows of one case.</summary>
    private sealed class Zaak(long versie)
    {
        private readonly List<Verloopstap> _verloop = [];
        private readonly List<long?> _gevraagd = [];
        private long _versie = versie;

        /// <summary>What was read, in order.</summary>
        public List<string> Gelezen { get; } = [];

        /// <summary>What happens right after that was read.</summary>
        public Action<string> NaLezen { get; set; } = _ => { };

        /// <summary>Whether the API tells no version any more.</summary>
        public bool IsDicht { get; init; }

        /// <param name="wat">Null of what nobody is told of.</param>
        public void Gebeur(string? wat, string wie)
        {
            _versie++;
            if (wat is not null)
            {
                _verloop.Add(new(_versie, DateTimeOffset.UnixEpoch, wat, wat, wie));
            }
        }

        public void GebeurBij(bool nu)
        {
            if (nu)
            {
                Gebeur("aanvraag-volledig", "een-collega");
            }
        }

        /// <returns>The last answer, and by which versions it was asked.</returns>
        public async Task<(int Status, string Gevraagd)> Doe()
        {
            var antwoord = await Werkpagina.MetTussentijds(Gezien, Vraag, Versie, Sinds);
            return (antwoord.Status, string.Join(' ', _gevraagd));
        }

        private Task<JsonAntwoord> Vraag(long? gezien)
        {
            _gevraagd.Add(gezien);
            return Task.FromResult(new JsonAntwoord(gezien is null || gezien == _versie ? 200 : 412, null, null));
        }

        private Task<long?> Versie()
        {
            var nu = IsDicht ? (long?)null : _versie;
            Gelezen.Add("versie");
            NaLezen("versie");
            return Task.FromResult(nu);
        }

        private Task<IReadOnlyList<Verloopstap>> Sinds(long gezien)
        {
            IReadOnlyList<Verloopstap> sinds = [.. _verloop.Where(s => s.Versie > gezien)];
            Gelezen.Add("verloop");
            NaLezen("verloop");
            return Task.FromResult(sinds);
        }
    }
}
