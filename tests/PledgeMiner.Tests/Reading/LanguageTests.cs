using System.Text;
using PledgeMiner.Reading;

namespace PledgeMiner.Tests.Reading;

public class LanguageTests
{
    [Theory]
    [InlineData("en", "The ministers said that they would send more help to the country before the winter, and that it had been asked for.")]
    [InlineData("de", "Die Minister sagten, dass sie dem Land vor dem Winter mehr Hilfe schicken werden, und dass sie darum gebeten wurden.")]
    [InlineData("fr", "Les ministres ont dit que le pays recevrait plus d'aide avant l'hiver et que cela leur avait été demandé par les villes.")]
    [InlineData("es", "Los ministros dijeron que el país recibirá más ayuda antes del invierno y que se lo habían pedido las ciudades.")]
    [InlineData("it", "I ministri hanno detto che il paese avrà più aiuti prima dell'inverno e che sono stati chiesti dalle città della costa.")]
    [InlineData("pl", "Ministrowie powiedzieli, że kraj otrzyma więcej pomocy przed zimą i że nie jest to jeszcze wszystko, co może dać.")]
    [InlineData("nl", "De ministers zeiden dat het land voor de winter meer hulp zou krijgen en dat zij daar om hadden gevraagd.")]
    [InlineData("sv", "Ministrarna sade att landet ska få mer hjälp före vintern och att de inte har fått alla svar som de hade bett om.")]
    [InlineData("uk", "Міністри сказали, що країна отримає більше допомоги до зими, і що вони вже не просили про це, але як буде, так буде.")]
    [InlineData("ru", "Министры сказали, что страна получит больше помощи до зимы, и что они уже не просили об этом, но как будет, так будет.")]
    [InlineData("el", "Οι υπουργοί είπαν ότι η χώρα θα λάβει περισσότερη βοήθεια πριν από τον χειμώνα.")]
    [InlineData("ja", "大臣たちは、冬の前にもっと多くの支援を送ると述べた。")]
    [InlineData("ar", "قال الوزراء إن البلاد ستحصل على مزيد من المساعدة قبل الشتاء.")]
    public void A_language_is_told(string code, string text) => Assert.Equal(code, Languages.Of(text));

    [Fact]
    public async Task A_page_in_another_language_is_read_but_not_for_mining()
    {
        var page = new Page(new Uri("https://a.invalid/a.txt"), Encoding.UTF8.GetBytes("Die Minister sagten, dass sie dem Land vor dem Winter mehr Hilfe schicken werden, und dass sie darum gebeten wurden."), "text/plain", "", DateTimeOffset.UnixEpoch);
        var reader = new Reader(null);
        Assert.Equal("de", (await reader.ReadAsync(page, Particulars.None, TestContext.Current.CancellationToken)).Value!.Language);
        var refused = (await reader.ReadEnglishAsync(page, Particulars.None, TestContext.Current.CancellationToken)).Problem!;
        Assert.Equal(ProblemKind.NotEnglish, refused.Kind);
        Assert.Contains("is in German", refused.Message, StringComparison.Ordinal);
    }
}
