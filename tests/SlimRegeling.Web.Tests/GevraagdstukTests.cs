using System.Text.Json.Nodes;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Dossier;

namespace SlimRegeling.Web.Tests;

/// <summary>Which documents a form asks, and how the task of sending them stands.</summary>
public sealed class GevraagdstukTests
{
    private static readonly IReadOnlyList<Gevraagdstuk> Gevraagd = Gevraagdstuk.Lees(
        JsonNode.Parse(
            """
            {"x-documenten":[
              {"code":"begroting","title":"Begroting","wanneer":"altijd","wijze":"formulier","velden":["activiteiten"]},
              {"code":"rekening","title":"Bewijs","wanneer":"altijd","wijze":"bestand","velden":["rekening"]},
              {"code":"machtiging","title":"Machtiging","wanneer":"bij-intermediair","wijze":"bestand","velden":[]}]}
            """
        )!
    );

    private static IEnumerable<Gevraagdstuk> Bestanden => Gevraagd.Where(g => g.AlsBestand);

    [Fact]
    public void What_comes_as_a_file_and_what_the_form_says_follows_from_the_form()
    {
        Assert.Equal(["rekening", "machtiging"], Bestanden.Select(g => g.Code));
        Assert.True(Gevraagd[2].BijIntermediair);
        Assert.Equal(["activiteiten"], Gevraagd[0].Velden);
    }

    [Theory]
    [InlineData(Taakstand.NietBegonnen)]
    [InlineData(Taakstand.Bezig, "rekening:in-onderzoek")]
    [InlineData(Taakstand.Klaar, "rekening:beschikbaar", "machtiging:in-onderzoek")]
    [InlineData(Taakstand.Fout, "rekening:geweigerd", "machtiging:beschikbaar")]
    [InlineData(Taakstand.Klaar, "rekening:geweigerd", "rekening:beschikbaar", "machtiging:beschikbaar")]
    public void The_task_is_done_when_each_was_sent_and_not_refused(Taakstand stand, params string[] stukken) =>
        Assert.Equal(
            stand,
            Gevraagdstuk.Stand(
                Bestanden,
                [.. stukken.Select(s => s.Split(':')).Select(d => new Dossierstuk("id", d[0], null, 1, "h", null, d[1]))]
            )
        );
}
